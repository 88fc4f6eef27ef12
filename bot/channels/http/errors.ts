/** Errors as every HTTP surface gives them: a code for programs, a Chinese sentence for people. */
import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  HTTPMethods,
} from "fastify";

export interface ErrorBody {
  error: { code: string; message: string; path?: string };
}

/** A refusal with its HTTP status; handlers throw it. */
export class HttpError extends Error {
  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
    readonly path?: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }
}

/** Fastify's own refusals in our words. */
const BY_CODE: Readonly<Record<string, readonly [string, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ["too_large", "消息太长，请缩短后再发"],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ["unsupported_media_type", "只接受 JSON"],
  FST_ERR_CTP_EMPTY_JSON_BODY: ["invalid_json", "请求没有内容"],
  FST_ERR_CTP_INVALID_JSON_BODY: ["invalid_json", "请求内容不是合法的 JSON"],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ["bad_request", "请求长度不符"],
};

/** Gives all refusals and failures of the server one shape. */
export function installErrors(
  server: FastifyInstance,
  report: (error: unknown, requestId: string) => void,
): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof HttpError) {
      if (error.retryAfterSeconds !== undefined)
        void reply.header("retry-after", String(error.retryAfterSeconds));
      return reply
        .status(error.statusCode)
        .send(body(error.code, error.message, error.path));
    }
    const known = BY_CODE[error.code];
    const status = error.statusCode ?? 500;
    if (known) return reply.status(status).send(body(...known));
    if (status < 500)
      return reply.status(status).send(body("bad_request", "请求不合规范"));
    report(error, request.id);
    return reply
      .status(500)
      .send(body("internal", `服务暂时出错，请稍后再试（编号 ${request.id}）`));
  });
  server.setNotFoundHandler((_request, reply) =>
    reply.status(404).send(body("not_found", "没有这个地址")),
  );
}

/** An address that cannot even be read, refused before any route is looked for. */
export function refuseUnreadable(
  _error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  void reply
    .status(400)
    .header("x-request-id", request.id)
    .send(body("bad_request", "地址写得不对"));
}

/** An address that is there, asked with a method that it does not know. */
export function refuseOtherMethods(
  server: FastifyInstance,
  url: string,
  known: HTTPMethods,
): void {
  const allowed = known === "GET" ? ["GET", "HEAD"] : [known];
  server.route({
    method: METHODS.filter((one) => !allowed.includes(one)),
    url,
    handler: (_request, reply) => {
      void reply.header("allow", allowed.join(", "));
      throw new HttpError(
        405,
        "method_not_allowed",
        `这个地址只接受 ${known} 请求`,
      );
    },
  });
}

const METHODS: readonly HTTPMethods[] = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
];

/** The body of an error reply. */
export function body(code: string, message: string, path?: string): ErrorBody {
  return {
    error: path === undefined ? { code, message } : { code, message, path },
  };
}
