/** What kind of thing each part is (ECMA-376 part 2, 6.2.3). */
import type { ElementReader } from '../xml/read-xml.js';
import { readXml } from '../xml/read-xml.js';
import type { PartsArchive } from './zip.js';

export const CONTENT_TYPES = '[Content_Types].xml';

/** Types by the part's name in lower case, without leading slash; parts told only by their extension are left out. */
export type ContentTypes = ReadonlyMap<string, string>;

export async function readContentTypes(archive: PartsArchive): Promise<ContentTypes> {
  const types = new Map<string, string>();
  const list: ElementReader = {
    open(element) {
      const part = element.attribute('PartName');
      const type = element.attribute('ContentType');
      if (element.name === 'ct:Override' && part && type) types.set(part.replace(/^\/+/, '').toLowerCase(), type);
      return null;
    },
  };
  await readXml(CONTENT_TYPES, archive.read(CONTENT_TYPES), { open: () => list });
  return types;
}

/** Main parts of Word: documents, templates, both with macros (ECMA-376 part 1, 11.3.10; [MS-OFFMACRO]). */
const WORD_MAIN =
  /^application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml$/i;

export function isWordMain(type: string): boolean {
  return WORD_MAIN.test(type);
}
