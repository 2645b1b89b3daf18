import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import express from 'express'
import multer from 'multer'
import { announce } from './announce.ts'

/** The floor: Express and multer writing to disk, with nothing else that an upload must do. */
const folder = process.env['FOLDER'] ?? '.'
const app = express()
app.post('/', multer({ dest: folder }).single('file'), (req, res) => {
  res.status(201).json({ name: req.file?.filename, size: req.file?.size })
})
app.get('/:name', async (req, res) => {
  const bytes = await readFile(join(folder, req.params.name))
  res.send(createHash('sha256').update(bytes).digest('hex'))
})
announce(app.listen(0, '127.0.0.1'))
