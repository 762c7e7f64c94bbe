/** Opens an envelope and seals its message for the sender, off the page's thread. */
import {
  decodeIdentityKey,
  decodeParameters,
  loadBackend,
  signcrypt,
  unsigncrypt,
  validateParameters,
} from '../../src/index.js';
import type { Answer, Request } from './protocol.js';

const scope = globalThis as unknown as {
  onmessage: (event: { data: Request }) => void;
  postMessage(answer: Answer): void;
};

const unhex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

async function answer(request: Request): Promise<Answer> {
  const started = performance.now();
  const backend = await loadBackend(request.backend);
  const loaded = performance.now();
  const params = validateParameters(decodeParameters(backend, unhex(request.parameters)));
  const key = decodeIdentityKey(params, unhex(request.key));
  const ready = performance.now();
  const { message, sender } = await unsigncrypt(params, { key }, unhex(request.envelope));
  const opened = performance.now();
  const reply = await signcrypt(params, { recipients: [sender], sender: key }, message);
  const times = [loaded - started, opened - ready, performance.now() - opened];
  return { message: hex(message), reply: hex(reply), times };
}

scope.onmessage = ({ data }) => {
  answer(data).then(
    (result) => scope.postMessage(result),
    (error: unknown) => scope.postMessage({ error: String(error) }),
  );
};
