import type { FastifyReply } from 'fastify';

/** Why a request was turned down before any Apex ran. The type is for programs, the message for people. */
export class Refusal extends Error {
  readonly status: number;
  readonly type: string;

  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

/** The shape in which Lightning reports every failure. */
export function sendFailure(
  reply: FastifyReply,
  status: number,
  failure: { readonly message: string; readonly exceptionType: string; readonly actionable?: unknown }
): FastifyReply {
  const { message, exceptionType, actionable } = failure;
  const body = { message, exceptionType, ...(actionable === undefined ? {} : { actionable }) };
  return reply.code(status).send({ body });
}
