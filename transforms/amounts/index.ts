export {
  divideRounded,
  fenToMicro,
  formatFen,
  formatScaled,
  MICRO_PER_FEN,
  parseDecimal,
  scaleRounded,
} from './money.js';
export type { Decimal } from './money.js';
export { endsInMoney, holdsMoney, isGluedToWords, isMoneyText, isSeveralFigures } from './money-text.js';
export { isUnprinted, parseAmount, withoutFootnotes } from './parse.js';
export type { AmountReading } from './parse.js';
export {
  findBracketedUnit,
  findDeclaredUnit,
  isKnownUnit,
  MONEY_UNIT_PATTERN,
  namedUnits,
  unitFactor,
  withoutDeclaredUnits,
} from '../../notation/money-units.js';
