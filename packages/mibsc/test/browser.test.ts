/** Built by Vite, in a worker, under a strict content security policy, in a real browser. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeIdentityKey, encodeParameters, signcrypt, unsigncrypt } from '../src/index.js';
import type { Answer, Request } from './browser/protocol.js';
import { BACKENDS, hex, seededRandom, unhex, world } from './support.js';

function findChromium(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {}
  }
  return undefined;
}

const executablePath = findChromium();

/** No inline code, no eval but WebAssembly's, no network but this origin. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; base-uri 'none'; form-action 'none'";
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

describe.skipIf(executablePath === undefined)(
  'in Chromium (skipped where no chromium is on the PATH)',
  () => {
    let folder: string;
    let server: Server;
    let browser: Browser;
    let page: Page;
    const complaints: string[] = [];

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'mibsc-browser-'));
      await build({
        root: fileURLToPath(new URL('./browser', import.meta.url)),
        base: './',
        logLevel: 'error',
        configFile: false,
        build: {
          outDir: folder,
          emptyOutDir: true,
          target: 'es2022',
          modulePreload: false,
          chunkSizeWarningLimit: 2000,
        },
        worker: { format: 'es' },
      });
      server = createServer((request, response) => {
        const path = request.url === '/' ? '/index.html' : (request.url as string).split('?')[0];
        try {
          const bytes = readFileSync(join(folder, path as string));
          const type = TYPES[extname(path as string)] ?? 'application/octet-stream';
          response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY });
          response.end(bytes);
        } catch {
          response.writeHead(404).end();
        }
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      browser = await chromium.launch({ executablePath: executablePath as string, args: ['--no-sandbox'] });
      page = await browser.newPage();
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    });

    afterAll(async () => {
      await browser?.close();
      await new Promise((resolve) => server?.close(resolve));
      if (folder !== undefined) rmSync(folder, { recursive: true });
    });

    it.each(BACKENDS)('opens what Node sealed and seals what Node opens, on %s', async (backend) => {
      const { params, key } = await world(backend, 8);
      const [doctor, patient] = [key('doctor'), key('patient')];
      const message = seededRandom('browser')(100_000);
      const envelope = await signcrypt(params, { recipients: [patient.identity], sender: doctor }, message);
      const request: Request = {
        backend,
        parameters: hex(encodeParameters(params)),
        key: hex(encodeIdentityKey(patient)),
        envelope: hex(envelope),
      };
      const ask = (given: Request): Promise<Answer> =>
        (globalThis as unknown as { mibsc: (request: Request) => Promise<Answer> }).mibsc(given);
      const answer = await page.evaluate(ask, request);
      expect(answer.error).toBeUndefined();
      expect(answer.message).toBe(hex(message));
      const reply = await unsigncrypt(
        params,
        { key: doctor, sender: patient.identity },
        unhex(answer.reply as string),
      );
      expect(hex(reply.message)).toBe(hex(message));
      const flipped = `${request.envelope.slice(0, -2)}${request.envelope.endsWith('00') ? '01' : '00'}`;
      expect((await page.evaluate(ask, { ...request, envelope: flipped })).error).toContain('MibscError');
      const [load, open, seal] = answer.times as number[];
      console.log(
        `${backend} in Chromium: loaded ${load?.toFixed(0)} ms, opened ${open?.toFixed(0)} ms, sealed ${seal?.toFixed(0)} ms`,
      );
      // The policy was neither violated nor in vain: it is enforced on this very page.
      expect(complaints).toEqual([]);
    });

    it('is refused inline code by the policy, so the policy is on', async () => {
      const ran = await page.evaluate(() => {
        const scope = globalThis as unknown as {
          document: {
            createElement(name: string): { textContent: string };
            head: { append(node: unknown): void };
          };
          inline?: boolean;
        };
        const script = scope.document.createElement('script');
        script.textContent = 'globalThis.inline = true';
        scope.document.head.append(script);
        return scope.inline === true;
      });
      expect(ran).toBe(false);
    });

    it('stays small', () => {
      const assets = readdirSync(join(folder, 'assets')).map((name) =>
        readFileSync(join(folder, 'assets', name)),
      );
      const [raw, zipped] = [
        assets.reduce((sum, bytes) => sum + bytes.length, 0),
        assets.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0),
      ];
      console.log(
        `bundle: ${Math.round(raw / 1000)} kB, ${Math.round(zipped / 1000)} kB gzipped, both backends`,
      );
      expect(zipped).toBeLessThan(450_000);
    });
  },
);
