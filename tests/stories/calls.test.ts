// Invitations, into parties and guilds, until they are answered: a screen that comes back is told of them again, and they go along over a border.
import { afterEach, expect, it } from 'vitest';
import { HOME_REGION } from '../../src/shared/content';
import { boundsOf } from '../../src/shared/regions';
import { INVITATION_MS } from '../../src/shared/rules/parties';
import { found, guildIdOf } from '../harness/guild';
import { ask, known, partyOf, refusals } from '../harness/party';
import { type Bot, Stage } from '../harness/world';

const EAST = '2-2-1';
const stage = await Stage.open(EAST);

afterEach(() => stage.clear());

async function askIn(leader: Bot, whom: Bot): Promise<void> {
  leader.send('guildInvite', { name: whom.guest.name });
  await stage.until(() => whom.all('guildInvited').length > 0, 100, 'the invitation');
}

async function goEast(bot: Bot): Promise<void> {
  const { east } = boundsOf(HOME_REGION);
  await stage.place(bot, east + 20, bot.own!.z);
  await stage.until(() => bot.known('welcome').region === EAST, 100, 'the other side');
}

it('are told again to a screen that comes back, until they lapse or are answered', async () => {
  const [host, guest] = [await stage.join(), await stage.join()];
  await known(stage, host, guest);
  await ask(stage, host, guest);
  await guest.cut();
  await stage.turns(4);
  const again = await stage.enter(guest.guest);
  await stage.until(() => again.all('invited').length > 0, 60, 'the invitation again');
  expect(again.known('invited')).toMatchObject({ from: host.guest.character, name: host.guest.name, count: 1 });
  again.send('answerInvitation', { from: host.guest.character, accept: true });
  await stage.until(() => partyOf(again).length === 2, 60, 'the party');
  await again.cut();
  const third = await stage.enter(guest.guest);
  await stage.turns(6);
  expect(third.all('invited')).toEqual([]);

  const late = await stage.join();
  await known(stage, late);
  await ask(stage, host, late);
  stage.pass(INVITATION_MS);
  await late.cut();
  const later = await stage.enter(late.guest);
  await stage.turns(6);
  expect(later.all('invited')).toEqual([]);
});

it('go along over a border: the guild that asked takes him in on the other side', async () => {
  const [leader, guest] = [await stage.join(), await stage.join()];
  const guild = await found(stage, leader, 'The Patient');
  await known(stage, guest);
  await askIn(leader, guest);
  await goEast(guest);
  guest.send('guildAnswer', { guild, accept: true });
  await stage.until(() => guildIdOf(guest) === guild, 100, 'the guild');
  expect(refusals(guest)).toEqual([]);
});
