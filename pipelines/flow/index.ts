export { DEFAULT_BATCH_LIMITS, type BatchLimits } from './batches.js';
export { readContents, readSource, type Content } from './contents.js';
export { InFlight } from './in-flight.js';
export { lookUpFiles } from './known-files.js';
export {
  isQuarantined,
  type LoadedSource,
  type Outcome,
  type QuarantinedSource,
  type UnchangedSource,
} from './outcome.js';
export { outcomesOf } from './outcomes.js';
export { takeIn, type Taken } from './take-in.js';
