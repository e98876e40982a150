import type { View } from '../view.js';
import {
  basicByEconomicClass,
  expenditureByCofog,
  expenditureByFunction,
  governmentFundExpenditure,
} from './expenditure.js';
import { expenditureCoverage } from './coverage.js';
import { lineDoubts } from './doubts.js';
import { lineCodeNames } from './names.js';
import { performanceIndicators, procurementItems, threePublicItems } from './items.js';
import { reportGaps, suspectLines, trustedLines } from './quality.js';
import { revenueBySource } from './revenue.js';
import { expenditureByType } from './types.js';

/** Every view; one that reads another stands after it. */
export const VIEWS: readonly View[] = [
  expenditureByType,
  expenditureByFunction,
  expenditureCoverage,
  basicByEconomicClass,
  revenueBySource,
  threePublicItems,
  procurementItems,
  governmentFundExpenditure,
  performanceIndicators,
  expenditureByCofog,
  lineCodeNames,
  trustedLines,
  lineDoubts,
  suspectLines,
  reportGaps,
];
