import type { View } from '../view.js';
import {
  basicByEconomicClass,
  expenditureByCofog,
  expenditureByFunction,
  governmentFundExpenditure,
} from './expenditure.js';
import { performanceIndicators, procurementItems, threePublicItems } from './items.js';
import { reportGaps, suspectLines, trustedLines } from './quality.js';
import { revenueBySource } from './revenue.js';

/** Every view; one that reads another stands after it. */
export const VIEWS: readonly View[] = [
  expenditureByFunction,
  basicByEconomicClass,
  revenueBySource,
  threePublicItems,
  procurementItems,
  governmentFundExpenditure,
  performanceIndicators,
  expenditureByCofog,
  trustedLines,
  suspectLines,
  reportGaps,
];
