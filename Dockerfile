# The packages are fetched apart, so that a change of the code does not fetch them again.
FROM node:20.20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Not `npm ci`: it stops where a mirror lacks other platforms' optional binaries.
RUN npm install --omit=dev && npm cache clean --force

FROM node:20.20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json tsconfig.json ./
COPY config ./config
COPY src ./src
COPY workers ./workers
USER node
EXPOSE 3000
# Run with an init as process 1 (`init: true`, `docker run --init`); the worker is `node --import=tsx workers/main.ts`.
CMD ["node", "--max-old-space-size=1024", "--import=tsx", "src/server.ts"]
