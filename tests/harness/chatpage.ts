// The page that only chats, as stories open it. In: guests. Out: their hands on a socket of Talk.
import { exports } from 'cloudflare:workers';
import { readS2C, SUBPROTOCOL } from '../../src/shared/protocol/messages';
import { Bot, type Guest, ORIGIN } from './world';

export interface ChatEntry {
  url: string;
  ticket: string;
}

/** Fails with the status when there is none to be had. */
export async function chatTicket({ cookie, character }: Guest, of = character): Promise<ChatEntry> {
  const headers = { Origin: ORIGIN, Cookie: cookie, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ character: of });
  const response = await exports.default.fetch(`${ORIGIN}/api/talk/ticket`, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`no ticket: ${response.status}`);
  return response.json();
}

export async function knockAtTalk(guest: Guest, { url, ticket }: ChatEntry, origin = ORIGIN): Promise<Bot> {
  const headers = { Origin: origin, Upgrade: 'websocket', 'Sec-WebSocket-Protocol': `${SUBPROTOCOL}, ${ticket}` };
  const response = await exports.default.fetch(`${ORIGIN}${url}`, { headers });
  if (!response.webSocket) throw new Error(`no socket: ${response.status}`);
  const bot = new Bot(guest, response.webSocket);
  response.webSocket.addEventListener('message', ({ data }) => sendBack(bot, new Uint8Array(data as ArrayBuffer)));
  return bot;
}

/** What every page does with the marks of Talk, unless it is deaf. */
function sendBack(bot: Bot, frame: Uint8Array): void {
  for (const { name, body } of readS2C(frame) ?? []) {
    if (name === 'pong' && body.tick && !bot.deaf) bot.send('ack', { tick: body.tick, clientTime: 0 });
  }
}

export const openChat = async (guest: Guest): Promise<Bot> => knockAtTalk(guest, await chatTicket(guest));
