import { expect, it } from 'vitest';
import { loadEngine } from '../../../../../extractors/pdf/pages/engine/engine.js';
import { pdfOf } from '../../../../builders/pdf.js';

it('makes no paths of characters, and keeps no font waiting', async () => {
  const task = (await loadEngine()).start(pdfOf('BT /F1 10 Tf 20 50 Td (hello) Tj ET'));
  const page = await (await task.document).getPage(1);
  await page.getOperatorList();
  const shared = [...page.commonObjs].map(([id]) => String(id));
  await task.destroy();
  expect(shared).toEqual([expect.not.stringContaining('path')]);
});
