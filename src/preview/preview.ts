import { once } from 'node:events'
import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import { ownModule, startThread } from '../memory/own-module.ts'

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
  readonly line: MessagePort
}

/** What the thread says: that it serves, that it cannot, that files were saved. */
export type PreviewWord =
  | { readonly url: string }
  | { readonly failed: { readonly code: string | undefined; readonly message: string } }
  | { readonly saved: readonly string[] }

/** What the thread is told. */
export type PreviewOrder = 'reload' | 'close' | { readonly overlay: string }

/** A preview, served by a thread of its own, so that it answers while this one builds. */
export interface Preview {
  readonly url: string
  /** HTML laid over every page, '' for none; open pages load again. */
  show(overlay: string): void
  /** Open pages load again. */
  reload(): void
  /** Hears what was saved by now: for long work, which otherwise hears of it when it is done. */
  attend(): void
  close(): Promise<void>
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
  const [first] = (await once(line, 'message')) as [PreviewWord]
  if ('failed' in first) throw Object.assign(new Error(first.failed.message), { code: first.failed.code })
  const hear = (word: PreviewWord): void => {
    if ('saved' in word) saved(word.saved)
  }
  line.on('message', hear)
  const say = (order: PreviewOrder): void => line.postMessage(order)
  return {
    url: 'url' in first ? first.url : '',
    show: (overlay) => say({ overlay }),
    reload: () => say('reload'),
    attend() {
      for (let heard = receiveMessageOnPort(line); heard; heard = receiveMessageOnPort(line)) hear(heard.message as PreviewWord)
    },
    async close() {
      const ended = once(thread, 'exit')
      say('close')
      await ended
    },
  }
}
