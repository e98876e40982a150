/**
 * What a match is worth, from 0 to 1: of the mappings given with a score s, about a share s is right (docs/mapping-score.md). The figures
 * are the lower ends of measured shares (test/calibration), kept in the order in which kinds of evidence outrank each other.
 */
import type { NameTier } from './scheme-index.js';

/** A printed code by what its printed name says. */
export const CODE_SCORES = {
  /** Its own name, of any spelling. */
  officialName: 1,
  oldName: 0.98,
  /** No name is printed beside it. */
  noName: 0.97,
  /** No name is printed beside it, and another edition gives the code to other goods. */
  noNameOfEdition: 0.75,
  /** A truncated or slightly different name. */
  similarName: 0.97,
  /** A name that no code bears. */
  unknownName: 0.78,
  /** A name that another code bears. */
  otherName: 0.3,
  /** Not the printed code but the parent's with the printed digits after it. */
  completed: 0.97,
} as const;

/** A name alone, by the way it is spelled. */
export const NAME_SCORES: Readonly<Record<NameTier, number>> = {
  official: 0.97,
  suffix: 0.95,
  old: 0.92,
  old_suffix: 0.9,
};

/** Bearers of a name of which one is hardly likelier than the next, all but that one; equally good bearers share the score. */
export const AMBIGUOUS = 0.4;
/** The best of several bearers of a name that leads by less than `CLEAR_LEAD`: by the usual budget, by a surer table row. */
export const LIKELIEST = 0.65;
export const CLEAR_LEAD = 0.035;

/** The most a name may be worth that contradicts the printed code: next to or below that code, elsewhere, and against the code of a 类. */
export const CONFLICT = { sibling: 0.7, elsewhere: 0.6, top: 0.45 } as const;

/** What is left of the score of a name whose printed code the codebook lacks: next to that code, and elsewhere, where it may be another class. */
export const UNKNOWN_CODE = { sibling: 0.9, elsewhere: 0.45 } as const;

/** A similar name: its likeness (0 to 1) times this; `words`: whole words differ, which in names of classes mean another class. */
export const SIMILAR = { withParent: 0.95, alone: 0.9, words: 0.75 } as const;

/** What the context adds or takes. */
export const CONTEXT = {
  parent: 0.02,
  /** The parent is printed with an old name. */
  former: -0.02,
  ancestor: 0,
  /** Only a part of the printed path leads to the code. */
  partial: -0.3,
  contradicted: -0.35,
  /** Nothing is printed above the row: likelier a 类 than one of the many 款 and 项. */
  noneTop: 0,
  noneBelow: -0.05,
} as const;

export const PENALTY = {
  /** The code was not in force in the document's year. */
  year: 0.05,
  /** A name that but for a suffix a 款 or 项 once bore, with nothing above it: likelier a name that the codebook lacks. */
  loneOldName: 0.15,
  /** A name alone whose code was not in force. */
  retired: 0.2,
  /** Another edition of the catalogue than the year's. */
  edition: 0.2,
  /** Another budget than the statement's. */
  budget: 0.25,
  /** No budget is known: documents speak of the general one far more often. */
  unusualBudget: 0.03,
  /** The table itself doubts the name. */
  doubtfulName: 0.01,
  /** Another level than the printed （类）（款）（项）. */
  mark: 0.15,
  /** Another level than the length of the path suggests. */
  depth: 0.03,
} as const;

/** Candidates below this are of no use to anyone. */
export const LEAST_SCORE = 0.3;

/** A clear best needs few beside it; of an ambiguous name all bearers are told. */
export const MOST_CANDIDATES = 5;

/** Scores are compared for equality: rounded to thousandths, kept between 0 and 1. */
export function toScore(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
}
