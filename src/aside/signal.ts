/** How a process ends when its job takes too much memory: as V8 does where its heap is full. */
export const TOO_LARGE_SIGNAL = 'SIGABRT'
