import { once } from 'node:events'
import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import { ownModule, startThread } from '../memory/own-module.ts'
import type { PreviewServer } from './server.ts'

/** What a preview shows, and where. */
export interface PreviewPlaces {
  /** The site. */
  readonly folder: string
  /** On 127.0.0.1; 0 for a free one. */
  readonly port: number
  /** Files and folders that the site is made from. */
  readonly watched: readonly string[]
}

/** What the thread of a preview is given. */
export interface PreviewThread {
  readonly places: PreviewPlaces
  /** Where it says which files were saved, and hears what it is told. Its address it says to who started it. */
  readonly line: MessagePort
}

/** What the thread is told. */
export type PreviewOrder = 'reload' | 'close' | { readonly overlay: string }

/** A preview, served by a thread of its own, so that it answers while this one builds. */
export interface Preview extends PreviewServer {
  /** Hears what was saved by now: for long work, which otherwise hears of it when it is done. */
  attend(): void
}

const THREAD = ownModule('preview-thread', import.meta.url)

/**
 * Serves a folder and watches others: `saved` is called with the files that were changed there. What changes after this has
 * resolved is not missed.
 * @throws the system's error where the port is taken
 */
export async function startPreview(places: PreviewPlaces, saved: (files: readonly string[]) => void): Promise<Preview> {
  const { port1: line, port2 } = new MessageChannel()
  const workerData: PreviewThread = { places, line: port2 }
  const thread = startThread(THREAD, { workerData, transferList: [port2] })
  const [url] = (await once(thread, 'message')) as [string]
  line.on('message', saved)
  const say = (order: PreviewOrder): void => line.postMessage(order)
  return {
    url,
    show: (overlay) => say({ overlay }),
    reload: () => say('reload'),
    attend() {
      for (let heard = receiveMessageOnPort(line); heard; heard = receiveMessageOnPort(line)) saved(heard.message as readonly string[])
    },
    async close() {
      const ended = once(thread, 'exit')
      say('close')
      await ended
    },
  }
}
