import { describe, expect, it } from 'vitest';
import {
  findBracketedUnit,
  findDeclaredUnit,
  findForeignUnit,
  isKnownUnit,
  isLoneUnit,
  isUnitLine,
  namedUnits,
  statesUnit,
  unitFactor,
} from '../../notation/money-units.js';

describe('money units', () => {
  it.each([
    ['元', 1],
    ['千元', 1_000],
    ['仟元', 1_000],
    ['佰元', 100],
    ['万元', 10_000],
    ['百万元', 1_000_000],
    ['亿元', 100_000_000],
    ['人民币万元', 10_000],
    ['万 元', 10_000],
  ])('%s is worth %i yuan', (unit, yuan) => {
    expect(unitFactor(unit)).toBe(yuan);
  });

  it.each(['次', '万', '美元', '', '万元/人'])('%s is none', (unit) => {
    expect(unitFactor(unit)).toBeNull();
    expect(isKnownUnit(unit)).toBe(false);
  });

  it.each([
    ['单位：万元', '万元'],
    ['金额单位：元', '元'],
    ['单位: 人民币万元', '万元'],
    ['（单位：千 元）', '千元'],
    ['价值（金额单位：万元）', '万元'],
    ['\n金额：万元', '万元'],
  ])('%j declares %s', (text, unit) => {
    expect(findDeclaredUnit(text)).toBe(unit);
  });

  it.each([
    ['单位：元氏县第一中学　单位：万元', '万元'],
    ['预算单位：元宝区教育局　（单 位： 万 元）', '万元'],
    ['单位：元　公开01表', '元'],
    ['单位：元，保留两位小数', '元'],
  ])('of %s is no name that begins with 元', (text, unit) => {
    expect(findDeclaredUnit(text)).toBe(unit);
  });

  it.each(['部门（单位）：某局', '万元', '单位名称', '单位：元谋县水利局', '困难单位元旦春节慰问'])(
    '%s declares none',
    (text) => {
      expect(findDeclaredUnit(text)).toBeNull();
    },
  );

  it.each([
    ['单位：人、万元', ['万元']],
    ['单位：万元、%', ['万元']],
    ['单位：元/人、万元', ['万元']],
    ['单位：万元/人', []],
    ['单位：万元每年', []],
    ['单位：元/人·年', []],
    ['单位：元／㎡', []],
    ['单位：元 / (人·月)', []],
    ['单位：元/万元', ['元', '万元']],
    ['单位：万元/%', ['万元']],
    ['单位：人/万元', ['万元']],
    ['单位：间、单元、亩、千元', ['千元']],
    ['单位：□元 ☑万元', ['万元']],
    ['单位：□元 □万元', []],
    ['单位：萬元', ['万元']],
    ['单位：元公开01表', ['元']],
    ['注：本表金额以万元为单位', ['万元']],
    ['除特别注明外，本表单位均为万元', ['万元']],
    ['单位：亿元、万元', ['亿元', '万元']],
    ['单位：元（万元）', ['元', '万元']],
    ['困难单位元旦春节慰问', []],
  ])('%s names %j', (text, units) => {
    expect(namedUnits([text])).toEqual(units);
  });

  it.each([
    [['（万元）'], ['万元']],
    [['金额单位：', '万元'], ['万元']],
    [['单位：万', '元'], ['万元']],
    [['单位：某局', '万元'], ['万元']],
    [
      ['单位：元', '（万元）'],
      ['元', '万元'],
    ],
    [['单位：万元', '每年一月公布'], ['万元']],
    [['编制单位：', '元氏县第一中学'], []],
  ])('the texts %j one below the other name %j', (texts, units) => {
    expect(namedUnits(texts)).toEqual(units);
  });

  it.each(['单位：万元', '103某局　预算年度：2024　（单位：元）', '计量单位：万元', '本表单位均为万元。'])(
    '%s states the unit of a table',
    (line) => {
      expect(isUnitLine(line)).toBe(true);
    },
  );

  it.each([
    '万元',
    '（万元）',
    '单位：元氏县第一中学',
    '金额（万元）',
    `${'本部门2024年'.repeat(7)}，金额单位为万元。`,
  ])('%s does not', (line) => {
    expect(isUnitLine(line)).toBe(false);
  });

  it('is stated by a rate too, of no amounts', () => {
    expect([['单位：元/人'], ['（万元）'], ['单位：某局']].map(statesUnit)).toEqual([true, true, false]);
  });

  it('may stand alone', () => {
    expect(['（万元）', '人民币 万 元', '万元以上', '数量（台）'].map(isLoneUnit)).toEqual([true, true, false, false]);
  });

  it('may stand in brackets after a heading', () => {
    expect(findBracketedUnit('年度预算申请（万元）')).toBe('万元');
    expect(findBracketedUnit('数量（台）')).toBeNull();
  });
});

it('finds other money where it is named as a unit', () => {
  const found = ['预算数（美元）', '单位：万美元', '币种：港币', '预算数', '美元贷款项目', '单位：元'].map(
    findForeignUnit,
  );
  expect(found).toEqual(['美元', '万美元', '港币', null, null, null]);
});
