/** JSON from the hospital's OpenID provider, without redirects and of bounded size. */

/** Largest answer that is read: key sets are some kilobytes. */
const MAX_BYTES = 256 * 1024;

/**
 * Fetches JSON without following redirects, and reads no more than fits.
 *
 * @returns status 200 with the body; or the status of a refusal, of a redirect too (502 for no body), and no body. Of the headers only `date` and the content type
 * @throws where nobody answers, the signal ends it, or the answer is larger than 256 KiB
 */
export async function boundedFetch(url: string, signal: AbortSignal): Promise<Response> {
  const answer = await fetch(url, { redirect: 'manual', signal, headers: { accept: 'application/json' } });
  const date = answer.headers.get('date');
  const headers = date === null ? {} : { date };
  if (answer.status !== 200 || answer.body === null) {
    await answer.body?.cancel();
    return new Response(null, {
      status: answer.status === 200 ? 502 : Math.max(300, answer.status),
      headers,
    });
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the stream.
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error('an answer that is too large');
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), {
    status: 200,
    headers: { ...headers, 'content-type': 'application/json' },
  });
}
