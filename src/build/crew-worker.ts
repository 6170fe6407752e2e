import { deserialize } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import { ContentChanged } from '../source/read.ts'
import type { Answer, Order } from './crew.ts'
import { PrintedPacker } from './printed-packets.ts'
import { ThreadWork } from './thread-work.ts'

/** A thread of the crew: does what it is asked to, and answers. */
const work = new ThreadWork((workerData as { readonly content: string }).content)
const packer = new PrintedPacker(work.numbers)
let units: SharedArrayBuffer | undefined

parentPort?.on('message', (message: { readonly units: SharedArrayBuffer } | { readonly order: Order }) => {
  if ('units' in message) {
    if (units === undefined) work.assemble(deserialize(Buffer.from(new Uint8Array(message.units))))
    units = message.units
    return
  }
  parentPort?.postMessage(answer(message.order))
})

function answer(order: Order): Answer {
  try {
    switch (order.kind) {
      case 'read':
        return { done: work.read(order.folders) }
      case 'check':
        return { done: work.check(order.meetings) }
      case 'print':
        return { printed: packer.pack(work.print(order.printing, order.tasks)) }
    }
  } catch (failed) {
    return failed instanceof ContentChanged ? { changed: failed.message } : { failed }
  }
}
