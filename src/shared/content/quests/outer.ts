// Quests of the outer places beside the main story: Hollin Wood, Gullhaven, Aldermouth, the Dunes. Levels 10 to 15. In: nothing.
// Out: quests 180-195.
import type { Quest } from '../kinds';
import { pay } from './pay';

const HOLLIN: readonly Quest[] = [
  {
    id: 180,
    key: 'nine-days-awake',
    name: 'Nine Days Awake',
    level: 10,
    chain: 'hollin',
    giver: 'colm',
    ender: 'colm',
    offer:
      'A stack burns for nine days, and for nine days one does not sleep, or it burns for one. I am on the sixth. On the fourth I began to see small black fellows with red eyes throwing sparks at my stack; and today Wynna says that she can see them too, so it is not the fourth day. North of the road. See them off for me? I would, but I keep thinking that my hands are bread.',
    progress: 'Is it you again? Or are you the seventh day?',
    done: 'Blue smoke! Look, blue, straight up. Oh, that is lovely. I am going to lie down here for a moment where I am… What? The reward. It is in the, you know. The thing with the lid. Take it.',
    objectives: [{ kind: 'kill', monster: 'charcoal-imp', count: 6, text: 'Charcoal imps' }],
    reward: pay('side', 10, { items: [{ item: 'strong-draught', qty: 2 }] }),
  },
  {
    id: 181,
    key: 'the-third-oak',
    name: 'The Third Oak',
    level: 11,
    chain: 'hollin',
    giver: 'wynna',
    ender: 'wynna',
    after: ['nine-days-awake'],
    offer:
      'My bees have swarmed. All of them, at once, to the landing on Mirrormere, and they are sitting there on a post in the shape of a question mark. I have to go and ask them what it is. One cannot shout at bees from a distance. But there are weavers along the path now, they string the whole way and wait for somebody with her mind on something else; and that is me, I have got my mind on it already. Would you come?',
    progress: 'Veil, smoker, apology. I always take an apology.',
    done: 'They say that the oak is hollow and something white has been sleeping in it. Standing up. They would rather not be in the same tree. …I have never known them to be polite about anything before. Have some honey. I think we had better talk about the stags.',
    objectives: [{ kind: 'escort', walk: 'wynna-mere', text: 'Walk with Wynna to Mirrormere' }],
    reward: pay('side', 11, { items: [{ item: 'honeycake', qty: 5 }] }),
  },
  {
    id: 182,
    key: 'by-the-back-door',
    name: 'By the Back Door',
    level: 12,
    chain: 'hollin',
    giver: 'colm',
    ender: 'colm',
    after: ['nine-days-awake'],
    offer:
      'Three armies go past my stack to shout at each other over a hill. And from all three of them people slip off, and sit down together in the Holt, and find that they have a lot in common: none of them has eaten. So they rob. Break up the camp, the ones who shoot. I want their badges; nobody can go home who still has one. And there are some who would rather come in. You and I have to have a word about that.',
    progress: 'Azure, Ember, Violet: they all come off the coat the same way. One thread.',
    done: 'It is decided, then, and I can go back to my stack.',
    objectives: [
      { kind: 'reach', poi: 'deserters-holt', text: 'Find the Deserters’ Holt' },
      { kind: 'kill', monster: 'deserter', also: ['deserter-bow'], count: 8, text: 'Deserters who shoot' },
      { kind: 'gather', item: 'regiment-badge', count: 3, text: 'Badges of three armies' },
      { kind: 'choose', talk: 'deserters-terms', text: 'Decide what becomes of those who came in' },
    ],
    reward: pay('side', 12),
    ends: [
      {
        chose: { talk: 'deserters-terms', answer: 'shelter' },
        done: 'I told the captains that there was a lot of smoke. There is. Three new stacks: an Azure one, very square; an Ember one, that roars; and a Violet one that I never see anybody tending, but it has not gone out. Here, they clubbed together. It is the pay that they had on them. They say that it is yours, they never earned it.',
        reward: { ...pay('side', 12), gold: 900 },
      },
      {
        chose: { talk: 'deserters-terms', answer: 'report' },
        done: 'They went back, each to his own. I had it written: “surrendered of their own will, ate honey”. No ropes, the captains promised; latrines until spring. The Violet one shook my hand and left a knife in it, handle first, as a present. It is not the way that I would have had it. But every one of them is on a list again, and somebody is counting at night.',
        reward: pay('side', 12, { items: [{ item: 'strong-draught', qty: 5 }] }),
      },
    ],
  },
  {
    id: 183,
    key: 'the-court-sits',
    name: 'The Court Sits',
    level: 12,
    chain: 'hollin',
    giver: 'wynna',
    ender: 'wynna',
    after: ['the-third-oak'],
    offer:
      'In the north-east there is a ring of dead trees, and the stags hold court there. I mean it: one stands in the middle, and the rest go round and look at him, and then he is not there in the morning. They used to settle their own affairs. Since the midsummer storms they have been trying foresters. Colm’s brother had to stand there for an hour and was let off with a warning. Break it up.',
    progress: 'If one of them puts a hoof on your chest, plead nothing.',
    done: 'Adjourned, then. Were you charged with anything? They had Colm’s brother for “smoke”. …And was there a white one? No? Then it is only the jury that you have met.',
    objectives: [
      { kind: 'reach', poi: 'antler-court', text: 'Enter the Antler Court' },
      { kind: 'kill', monster: 'court-stag', count: 6, text: 'The jury' },
    ],
    reward: pay('side', 12),
  },
  {
    id: 184,
    key: 'the-white-hart',
    name: 'The White Hart',
    level: 13,
    chain: 'hollin',
    giver: 'wynna',
    ender: 'colm',
    after: ['the-court-sits'],
    offer:
      'The bees have stopped talking about him, and that is worse. He was the king’s, when there was a king: hunted every autumn and let go every time, with a ribbon. Then the king died in his bed, and nobody told the Hart that the game was over. He has been waiting for somebody to run from ever since; it has turned him round. He hunts now. End it. Take company, and take off your hat first, if you wear one.',
    progress: 'He likes a fair start. Give him one. It is the only thing he remembers.',
    done: 'Is that…? Twelve points, and there is a scrap of blue ribbon on the last. My grandfather tied one of those; he was the boy who was small enough to be let near. Hang it in the oak, with the bees. And have this. He would have left something for whoever caught him; that was the game.',
    objectives: [{ kind: 'gather', item: 'white-antler', count: 1, text: 'The antler of the White Hart' }],
    reward: pay('great', 13, { choose: ['blue-ribbon', 'hart-horn-charm'] }),
  },
  {
    id: 185,
    key: 'the-guests-at-the-lodge',
    name: 'The Guests at the Lodge',
    level: 13,
    chain: 'hollin',
    giver: 'colm',
    ender: 'colm',
    after: ['the-court-sits'],
    offer:
      'Hollin Lodge was for the king’s hunting friends. They were told to wait there until he was well enough to ride. They are very well bred, so they are still waiting; booted, gloved, and dead for a hundred years. I supply the charcoal. I leave it at the gate on Fridays, and on Saturdays it is gone. I should like to lose the account.',
    progress: 'Wipe your feet. I do not know that it helps. I always have.',
    done: 'All gone up? And they said “at last”? …Poor souls. I shall still leave a sack on Friday, I think. Just the one. One gets used to a customer.',
    objectives: [
      { kind: 'reach', poi: 'hollin-lodge', text: 'Call at Hollin Lodge' },
      { kind: 'kill', monster: 'hunting-dead', count: 7, text: 'Guests shown to their rest' },
    ],
    reward: pay('side', 13),
  },
];

const COAST: readonly Quest[] = [
  {
    id: 186,
    key: 'owes-you-money',
    name: 'It Should Look Like It Owes You Money',
    level: 10,
    chain: 'coast',
    giver: 'dorcas',
    ender: 'dorcas',
    offer:
      'You can tell a fresh crab by the eye as well: it looks at you as if YOU owe it money. They are all over the dunes in the south-east, big as barrows, and they come up at night and go through my bins. And they PUT THE LIDS BACK. I cannot be doing with manners in a crab. Shells by the dozen, please. I sell them to Azure for helmets; I tell them that it is a new alloy.',
    progress: 'FOUR! …I was not shouting. Four.',
    done: 'Lovely. Still warm. Knock on that: *tock*. There is a sergeant in Haldenmere who has been hit on the head with a mace eleven times and swears by it. Here, a smoked eel. It knows a good joke, but it will not tell you before midnight.',
    objectives: [
      { kind: 'kill', monster: 'tide-crab', also: ['strand-crab'], count: 6, text: 'Crabs off the dunes' },
      { kind: 'gather', item: 'crab-shell', count: 4, text: 'Crab shells' },
    ],
    reward: pay('side', 10, { items: [{ item: 'smoked-eel', qty: 5 }] }),
  },
  {
    id: 187,
    key: 'terrible-singers',
    name: 'Terrible Singers',
    level: 11,
    chain: 'coast',
    giver: 'merel',
    ender: 'rafe',
    when: { is: 'night' },
    offer:
      'Listen. No: there. “Heave her round and…” flat as a plaice. They come along the shore after dark, the drowned ones from the eel huts, singing what they sang when they rowed, and they get the second verse wrong every time, and then they come up the beach to see who has corrected them. I have. Once. I cannot help it, I was in the choir. Go and stop them before the second verse.',
    progress: 'It is “haul”, not “heave”. It has always been “haul”.',
    done: 'Merel sent you over to say that it is done? She could have shouted, the gate is only… Ah. She wants me to know that she did not correct them this time. Tell her that I know. Tell her that it is “heave”.',
    objectives: [
      { kind: 'reach', poi: 'eel-huts', text: 'Find the Eel-catchers’ Huts' },
      { kind: 'kill', monster: 'barnacled', count: 6, text: 'The choir from the huts' },
    ],
    reward: pay('side', 11),
  },
  {
    id: 188,
    key: 'salt-stays',
    name: 'Salt Stays',
    level: 11,
    chain: 'coast',
    giver: 'maren',
    ender: 'maren',
    offer:
      'Sea comes in, sea goes out, and between the two I have until Thursday. The pans want saltwort ash, the saltwort wants picking, and the crabs have taken up sunbathing between the rows. Pick it by the root, with your own hands; salt can tell. And if a crab is lying on it, ask the crab to move. You may ask as you see fit.',
    progress: 'Slow. Slower. You pick like somebody with a boat to catch.',
    done: 'Good roots, good colour, and not cross about it. You know, you could stay. There is a bed, and it is quiet, and salt does not ask you where you came from. …No. I thought not. They never do. Take some, then. It keeps.',
    objectives: [
      { kind: 'mine', node: 'saltwort', count: 4, text: 'Saltwort picked by hand' },
      { kind: 'kill', monster: 'tide-crab', count: 5, text: 'Crabs asked to move' },
    ],
    reward: pay('side', 11, { items: [{ item: 'grilled-trout', qty: 5 }] }),
  },
  {
    id: 189,
    key: 'mostly-hats',
    name: 'Mostly Hats',
    level: 12,
    chain: 'coast',
    giver: 'edric',
    ender: 'edric',
    offer:
      'All that the Alder takes comes past me in the end. Sixty years of hats. I used to fish them out and send them back up with the carrier: there is a lady in Alderwick who got the same bonnet back four times. Then the drowned moved into the mouth, and they have started to WEAR them. It is not respectful, and they do not suit it. Get me what you can. I know whose they are.',
    progress: 'The green one is Maud Fennick’s. Try not to get anything on it.',
    done: 'This is the miller’s, look, it has flour in the band. That is a drover’s. And this… this is Aldous’s; he lost it at his own wedding, she threw it off the Penny Bridge for a dare. I have been looking for that hat for fifty years. I shall take it up to him myself. It is a good walk. Over, over… at last.',
    objectives: [
      { kind: 'reach', poi: 'alder-mouth', text: 'Go down to the Alder’s Mouth' },
      { kind: 'kill', monster: 'barnacled', also: ['drowned'], count: 6, text: 'Drowned in hats' },
      { kind: 'gather', item: 'drowned-hat', count: 4, text: 'Hats' },
    ],
    reward: pay('side', 12),
  },
  {
    id: 190,
    key: 'still-smiling',
    name: 'Still Smiling',
    level: 13,
    chain: 'coast',
    giver: 'maren',
    ender: 'maren',
    after: ['salt-stays'],
    offer:
      'My mother saw it come ashore, smiling. Nobody hurt it, it was only old. We have never taken so much as a rib for a fence post. Now there are lights inside it, at night, going up and down the way a breath does; and I am a sensible woman, I boil water for a living, but I have moved my bed to the other wall. See what it is. If it is breathing, then let it. If it is only lights, put them out.',
    progress: 'In at the jaw. It does not mind. Mother used to hang the washing there.',
    done: 'Only lights. …I am glad. I am a bit sorry, too. I had thought that I might go and tell it the news. There is forty years of it, and it would not have interrupted.',
    objectives: [
      { kind: 'reach', poi: 'leviathan', text: 'Walk in between the Leviathan’s bones' },
      { kind: 'kill', monster: 'piper-light', count: 5, text: 'Lights that breathe' },
    ],
    reward: pay('side', 13, { items: [{ item: 'clear-water-flask', qty: 4 }] }),
  },
  {
    id: 191,
    key: 'a-bridge-with-opinions',
    name: 'A Bridge with Opinions',
    level: 13,
    chain: 'coast',
    giver: 'edric',
    ender: 'edric',
    after: ['mostly-hats'],
    offer:
      'I do not hold it against the bridge. But the smugglers on the rise have made it THEIR bridge: they stop carts in the middle, where it is awkward to turn. I ran a ferry there for thirty years and never robbed anybody once; one had only to look at them and they gave one twopence. Go up to their camp, and explain the river to them.',
    progress: 'Twopence. It was always twopence. People thanked me.',
    done: 'Free passage again. You know what somebody did this morning? Stopped in the middle, leaned on the rail, and said what a nice view it was, and had there not been a ferry once? I said, I believe so. I said, I believe that it was very well run.',
    objectives: [
      { kind: 'reach', poi: 'smugglers-rise', text: 'Climb Smugglers’ Rise' },
      { kind: 'kill', monster: 'wrecker', also: ['deserter-bow'], count: 7, text: 'Smugglers' },
      { kind: 'kill', monster: 'fog-caller', count: 2, text: 'Their fog-callers' },
    ],
    reward: pay('side', 13),
  },
];

const DUNES: readonly Quest[] = [
  {
    id: 192,
    key: 'black-ribbons',
    name: 'Black Ribbons',
    level: 14,
    chain: 'dunes',
    giver: 'anselm',
    ender: 'anselm',
    after: ['the-listener'],
    offer:
      'The Black Banner cannot stand the music; that is why I am still here. They have stuffed their ears with wool. So now they cannot hear me ask them to go away, and they cannot hear each other either. It makes for a very brutal sort of camp. Thin them out, please. They wear a ribbon for every friend they have lost, and from what I can hear they are running short of arm.',
    progress: 'Creep if you like. It is wasted on them.',
    done: 'Five ribbons… each is tied with a different knot. Somebody took trouble. I shall play something for them tonight, with the stones. They would hate it, poor lads.',
    objectives: [
      { kind: 'reach', poi: 'black-banner', text: 'Find the Black Banner’s camp' },
      { kind: 'kill', monster: 'black-banner', also: ['black-banner-bow'], count: 7, text: 'Black Banner' },
      { kind: 'gather', item: 'black-ribbon', count: 3, text: 'Black ribbons' },
    ],
    reward: pay('side', 14),
  },
  {
    id: 193,
    key: 'the-wrong-sort-of-quiet',
    name: 'The Wrong Sort of Quiet',
    level: 14,
    chain: 'dunes',
    giver: 'anselm',
    ender: 'anselm',
    after: ['the-listener'],
    offer:
      'There are two sorts of quiet. One is when nothing is there. In the spinney, the birds have stopped, the leaves have stopped, and something with eight feet is being very, very careful not to step on anything. I cannot sleep for it. I can hear it not moving. Please go and make it move.',
    progress: 'Stand still and hum. They cannot abide not knowing the tune.',
    done: 'Oh, thank goodness. Crickets. And there is a blackbird, a bad one: he has got half of “Evensong” from somewhere and he thinks that it is about him. I shall sleep tonight as I did at eleven.',
    objectives: [
      { kind: 'reach', poi: 'spinney', text: 'Enter Spider Spinney' },
      { kind: 'kill', monster: 'dune-stalker', count: 6, text: 'Dune stalkers' },
    ],
    reward: pay('side', 14),
  },
];

export const OUTER_QUESTS: readonly Quest[] = [...HOLLIN, ...COAST, ...DUNES];
