/** What work costs, whoever else uses the machine meanwhile: bounds against work that grows with the square of its input, never a measure of speed. */

/** Milliseconds of this process's processor time that `work` takes. */
export function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return since(before);
}

/** The same of work that goes on for several turns. */
export async function processorTimeOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return since(before);
}

const MICROS_PER_MILLI = 1_000;

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / MICROS_PER_MILLI;
}
