/** The worker half of pdf.js comes without types; this is the part that is used. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    /** Listens to a port, as a worker does to its thread. */
    initializeFromPort(port: unknown): void;
  };
}
