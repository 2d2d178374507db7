import type {
  AllMiddlewareArgs,
  BlockAction,
  GlobalShortcut,
  MessageShortcut,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  SlackViewMiddlewareArgs,
} from "@slack/bolt";
import type { webhook } from "@line/bot-sdk";
import type { WAMessage as WAMessage7 } from "baileys";
import type { WAMessage as WAMessage6 } from "baileys-6";
import type {
  APIChannel,
  APIInteraction,
  BaseInteraction,
  ButtonInteraction,
  Channel,
  ChatInputCommandInteraction,
  Client,
  GatewayInteractionCreateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageUpdateDispatchData,
  Guild,
  GuildMember,
  Interaction,
  Message,
  StringSelectMenuInteraction,
  ThreadChannel,
  User,
} from "discord.js";
import type { Activity, ConversationAccount } from "botframework-schema";
import type { Context as GrammyContext } from "grammy";
import type { Message as GrammyMessage, Update as GrammyUpdate } from "grammy/types";
import type { MatrixEvent as JsSdkEvent, Room } from "matrix-js-sdk";
import type { MessageEvent, MessageEventContent } from "matrix-bot-sdk";
import type { Email } from "postal-mime";
import type { Context as TelegrafContext } from "telegraf";
import type { Update as TelegrafUpdate } from "telegraf/types";
import {
  readDiscord,
  readEmail,
  readLine,
  readMatrix,
  readSlack,
  readTeams,
  readTelegram,
  readWhatsApp,
  type Reading,
} from "../../src/channels/index.ts";

/** What libraries hand over, by their own types. */
declare const given: {
  readonly grammyUpdate: GrammyUpdate;
  readonly grammyContext: GrammyContext;
  readonly grammyMessage: GrammyMessage;
  readonly telegrafUpdate: TelegrafUpdate;
  readonly telegrafContext: TelegrafContext;
  readonly message: Message;
  readonly messageInGuild: Message<true>;
  readonly created: GatewayMessageCreateDispatchData;
  readonly updated: GatewayMessageUpdateDispatchData;
  readonly interacted: GatewayInteractionCreateDispatchData;
  readonly apiInteraction: APIInteraction;
  readonly interaction: Interaction;
  readonly baseInteraction: BaseInteraction;
  readonly command: ChatInputCommandInteraction;
  readonly button: ButtonInteraction;
  readonly menu: StringSelectMenuInteraction;
  readonly channel: Channel;
  readonly apiChannel: APIChannel;
  readonly thread: ThreadChannel;
  readonly user: User;
  readonly guild: Guild;
  readonly member: GuildMember;
  readonly client: Client;
  readonly slackMessage: SlackEventMiddlewareArgs<"message">;
  readonly slackMention: SlackEventMiddlewareArgs<"app_mention">;
  readonly slackAssistant: SlackEventMiddlewareArgs<"assistant_thread_started">;
  readonly slackCommand: SlackCommandMiddlewareArgs;
  readonly slackAction: BlockAction;
  readonly slackShortcut: GlobalShortcut;
  readonly slackMessageShortcut: MessageShortcut;
  readonly slackView: SlackViewMiddlewareArgs;
  readonly slackArguments: AllMiddlewareArgs;
  readonly whatsApp6: WAMessage6;
  readonly whatsApp7: WAMessage7;
  readonly activity: Activity;
  readonly conversation: ConversationAccount;
  readonly lineEvent: webhook.Event;
  readonly lineWebhook: webhook.CallbackRequest;
  readonly mail: Email;
  readonly matrixEvent: JsSdkEvent;
  readonly matrixRoom: Room;
  readonly matrixBotEvent: MessageEvent<MessageEventContent>;
};

const self = { self: "@bot:hs", direct: false };

// Each is read as it is, without a cast, and handed on in `native` as what it was.
export const read = [
  readTelegram(given.grammyUpdate) satisfies Reading<GrammyUpdate>,
  readTelegram(given.grammyContext.update) satisfies Reading<GrammyUpdate>,
  readTelegram(given.telegrafUpdate) satisfies Reading<TelegrafUpdate>,
  readTelegram(given.telegrafContext.update),
  readDiscord(given.message) satisfies Reading<Message>,
  readDiscord(given.message, { channel: given.message.channel }),
  readDiscord(given.messageInGuild) satisfies Reading<Message<true>>,
  readDiscord(given.created, { channel: given.apiChannel }),
  readDiscord(given.updated, { channel: given.channel }),
  readDiscord(given.interacted),
  readDiscord(given.apiInteraction),
  readDiscord(given.interaction) satisfies Reading<Interaction>,
  readDiscord(given.baseInteraction),
  readDiscord(given.command, { channel: given.command.channel ?? undefined }),
  readDiscord(given.button, { channel: given.thread }),
  readDiscord(given.menu),
  readSlack(given.slackMessage.body),
  readSlack(given.slackMention.body),
  readSlack(given.slackAssistant.body),
  readSlack(given.slackCommand.body),
  readSlack(given.slackAction) satisfies Reading<BlockAction>,
  readSlack(given.slackShortcut) satisfies Reading<GlobalShortcut>,
  readSlack(given.slackMessageShortcut) satisfies Reading<MessageShortcut>,
  readSlack(given.slackView.body),
  readWhatsApp(given.whatsApp6) satisfies Reading<WAMessage6>,
  readWhatsApp(given.whatsApp7) satisfies Reading<WAMessage7>,
  readMatrix(given.matrixEvent, self) satisfies Reading<JsSdkEvent>,
  readTeams(given.activity) satisfies Reading<Activity>,
  readLine(given.lineEvent) satisfies Reading<webhook.Event>,
  readEmail(given.mail, { self: "desk@example.org" }) satisfies Reading<Email>,
  readMatrix(given.matrixBotEvent, { ...self, roomId: "!r:hs" }),
  readMatrix(given.matrixBotEvent.raw, { ...self, roomId: "!r:hs" }),
] as const;

export const refused = [
  // @ts-expect-error The message is no update.
  readTelegram(given.grammyMessage),
  // @ts-expect-error The context holds the update.
  readTelegram(given.grammyContext),
  // @ts-expect-error So does Telegraf's.
  readTelegram(given.telegrafContext),
  // @ts-expect-error A channel is no message.
  readDiscord(given.channel),
  // @ts-expect-error Nor is a person,
  readDiscord(given.user),
  // @ts-expect-error nor a member,
  readDiscord(given.member),
  // @ts-expect-error nor a server,
  readDiscord(given.guild),
  // @ts-expect-error or the client.
  readDiscord(given.client),
  // @ts-expect-error A server is no channel.
  readDiscord(given.message, { channel: given.guild }),
  // @ts-expect-error The event alone tells no workspace; its callback does.
  readSlack(given.slackMessage.event),
  // @ts-expect-error The arguments of a listener hold the body.
  readSlack(given.slackMessage),
  // @ts-expect-error Bolt's other arguments hold none.
  readSlack(given.slackArguments),
  // @ts-expect-error The content of a message does not tell where it was written.
  readWhatsApp(given.whatsApp7.message),
  // @ts-expect-error Nor does its key.
  readWhatsApp(given.whatsApp7.key),
  // @ts-expect-error A conversation tells nothing that was done.
  readTeams(given.conversation),
  // @ts-expect-error The webhook holds the events.
  readLine(given.lineWebhook),
  // @ts-expect-error A room is no event.
  readMatrix(given.matrixRoom, self),
  // @ts-expect-error Whether the room is a chat with one person must be told.
  readMatrix(given.matrixEvent, { self: "@bot:hs" }),
];
