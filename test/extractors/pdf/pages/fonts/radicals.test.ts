/** Signs of radicals in a font's map are read as the characters that they show. */
import { describe, expect, it } from 'vitest';
import { replaceRadicals } from '../../../../../extractors/pdf/pages/fonts/radicals.js';

describe('radicals', () => {
  it.each([
    ['本年收⼊', '本年收入'],
    ['⽀出总表', '支出总表'],
    ['财政专⼾管理资⾦', '财政专户管理资金'],
    ['⼈⺠医院', '人民医院'],
    ['⻓宁⼭县⻋辆购置', '长宁山县车辆购置'],
    ['\uf90a额', '金额'],
  ])('%s is %s', (mapped, shown) => {
    expect(replaceRadicals(mapped)).toBe(shown);
  });

  it('leaves all other text', () => {
    expect(replaceRadicals('２０２４年（万元）⺌ １')).toBe('２０２４年（万元）⺌ １');
  });
});
