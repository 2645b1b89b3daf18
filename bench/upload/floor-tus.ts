import { createServer } from 'node:http'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { announce } from './announce.ts'

/** The resumable protocol, storing on disk: a request that creates and one that sends. */
const tus = new Server({
  path: '/files',
  datastore: new FileStore({ directory: process.env['FOLDER'] ?? '.' }),
})
announce(createServer((req, res) => void tus.handle(req, res)).listen(0, '127.0.0.1'))
