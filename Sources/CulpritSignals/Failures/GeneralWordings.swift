import CulpritRegex
import CulpritRules

/// Wordings of no provider: codes, a bare status, class names, and refusals in the words of any language's runtime.
enum GeneralWordings {
  struct Kind: Sendable {
    var signal: SignalName
    var rank: Wording.Rank
    var regex: CompiledPattern
  }

  /// Strongest first.
  static let all: [Kind] = [
    Kind(
      signal: .authenticationFailed, rank: .code,
      regex: .constant(
        #"(?<![A-Za-z0-9_])(?:invalid_api_key|authentication_error|invalid_x_api_key|expired_api_key|invalid_authentication(?:_error)?|UNAUTHENTICATED|token_not_found_in_db)(?![A-Za-z0-9_])"#
      )),
    Kind(
      signal: .authenticationFailed, rank: .bareStatus,
      regex: .constant(
        #"""
          (?<![A-Za-z0-9_])(?:Error\ code:\s*401|status(?:[ _]?code)?["']?\s*[:=]?\s*["']?401|HTTP(?:/[\d.]+)?["']?\s+401|
          401[\ :"']+(?:Client\ Error:?\ )?Unauthorized|401\s{1,2}[—–-]{1,2}\s(?:authentication\ failed|unauthorized|invalid\ )|\(401\)|code["']?\s*[:=]\s*["']?401|401\ status\ code|failed\ with\ (?:status\ )?(?:code\ )?401|
          ^401\s|(?<=Error:\ )401\s(?=["'{\[A-Z]))(?![0-9])
          """#, [.extended, .ignoresCase, .multiline])),
    Kind(
      signal: .authenticationFailed, rank: .className,
      regex: .constant(
        #"(?<![A-Za-z0-9_/])(?:[\w.]*\.)?(?:[A-Z]\w*)?(?:AuthenticationError|AuthenticationException|UnauthorizedError|UnauthorizedException|Unauthorized)(?![A-Za-z0-9_]|[/\\]|\.(?:py|js|ts|rb|go|java|php)\b)"#
      )),
    lackAtProvider, lackAtModel, refusal,
  ]

  /// A refusal in the words of whoever writes a client: `Incorrect API key`, `api key was rejected`. Any system says
  /// so: it needs a provider beside it.
  private static let refusal = Kind(
    signal: .credentialRefused, rank: .code,
    regex: .constant(
      #"""
        (?<![A-Za-z0-9_])(?:
          (?:incorrect|invalid|wrong|bad|unknown|unrecogni[sz]ed|rejected)\s+(?:or\s+[a-z]{3,12}\s+)?API[\s_-]?(?:key|token)
        | API[\s_-]?(?:key|token)\s+(?:is\s+|was\s+|has\s+been\s+|seems\s+)?(?:invalid|incorrect|wrong|not\s+(?:valid|recogni[sz]ed|accepted)|rejected|refused|denied)
        )(?![A-Za-z0-9_])
        """#, [.ignoresCase, .extended]))

  /// A lack that names a provider instead of a variable: `MISSING OPENAI API KEY`, `Groq API key not configured`,
  /// `Missing env var from OpenAI`. What is not needed lacks nobody.
  static let lackAtProvider = Kind(
    signal: .credentialAbsent, rank: .notSent,
    regex: .constant(
      #"""
        (?<![A-Za-z0-9_])(?:
          (?:missing|no|without)\s+(?:an?\s+|the\s+|your\s+)?(?!API[\s_-])(?<provider_word>[A-Za-z]{3,20}(?:[ .]AI)?)[\s-]+
            (?:API[\s-]?(?:key|token)|access\s+(?:key|token)|key|credentials?)(?![A-Za-z]|\s+(?:is\s+)?(?:required|needed|necessary))
        | (?<provider_word>[A-Za-z]{3,20}(?:[ .]AI)?)(?:[\s:.-]|__)+(?:API[\s_-]?(?:key|token)|access\s+(?:key|token)|key|credentials?)["'`]?\s+
            (?:env(?:ironment)?\s+var(?:iable)?\s+)?(?:is\s+|was\s+|are\s+|were\s+|has\s+)?
            (?:not\s+(?:been\s+)?(?:set|found|provided|configured|given|specified|defined|available|present)|missing|empty|unset|required
              |must\s+(?:not\s+)?be\s+(?:set|provided|specified|configured|empty|null|blank))(?![A-Za-z])
        | (?:missing|no)\s+API[\s_-]?(?:key|token)\s+(?:(?:was\s+)?(?:found|set|provided|configured|given)\s+)?for\s+(?:the\s+)?(?<provider_word>[A-Za-z]{3,20})(?![A-Za-z])
        | missing\s+env(?:ironment)?\s+var(?:iable)?s?\s+(?:from|for)\s+(?<provider_word>[A-Za-z]{3,20})(?![A-Za-z])
        )
        """#, [.ignoresCase, .extended]))

  /// A lack that names what would have been asked, and nobody: `no credentials for the grading model`.
  private static let lackAtModel = Kind(
    signal: .credentialAbsent, rank: .notSent,
    regex: .constant(
      #"""
        (?<![A-Za-z0-9_])(?:missing|no|without|lacks?|lacking)\s+(?:an?\s+|the\s+|any\s+)?(?:API[\s_-]?(?:key|token)s?|credentials?|access\s+(?:key|token)s?)\s+
        (?:(?:was\s+|were\s+)?(?:found|set|provided|configured|given|available)\s+)?(?:for|to\s+(?:call|reach|use|ask))\s+(?:[a-z]{2,20}\s+){0,3}
        (?:models?|llm|completions?|embeddings?|assistant|chat|inference|ai)(?![A-Za-z0-9_])
        """#, [.ignoresCase, .extended]))

  /// A lack in the words of a runtime or an application: `KeyError: 'OPENAI_API_KEY'`, `OPENAI_API_KEY is not set`.
  static let lack = CompiledPattern.constant(
    #"""
      (?: (?:KeyError(?::\s*|\(|\s+(?=["'])|(?=["']))|KeyNotFoundException.{0,40}|NoSuchElement\w*.{0,40}|undefined\ (?:array\ key|index|constant|environment\ variable)[:\s]*|
            key\ not\ found:\s*|environment\ variable\ not\ found.{0,20}|missing\ (?:or\ empty\ )?(?:required\ )?(?:(?:API\ )?(?:env(?:ironment)?(?:\ variables?)?|variable|setting|config(?:uration)?|secret|key)s?
              (?:\ in\ (?:the\ )?env(?:ironment)?(?:\ variables?)?)?:?\s*)?|missing:\s*\[|(?<![A-Za-z0-9_])no\ |
            Could\ not\ resolve\ placeholder\ |no\ value\ for\ |
            (?:could\ not|couldn't|cannot|can't|unable\ to|failed\ to)\ (?:fetch|find|read|load|get|resolve|retrieve|access)\ (?:the\ )?(?:required\ )?
              (?:(?:env(?:ironment)?|config(?:uration)?|secret)\ ?)?(?:variable|var|value|setting|key)?:?\ ?|(?:needs?|requires?|expects?|lacks?|without|(?<![A-Za-z0-9_])no)\ (?:an?\ |the\ |its\ )?(?:API[ _-]?|access[ _-]?)?(?:key|token|secret|credentials?):?\ [(\[]?(?:in\ |from\ )?|
            must\ (?:set|provide|define|specify)\ |please\ (?:set|provide|define|export)\ |need\ |
            (?:^|[.:;,!]\ |\ and\ )(?:set|export)\ )
          (?:the\ )?["'`\\]*(?<variable>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?![A-Za-z0-9_])
        | (?<variable>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)["'`\\]*\s*(?:environment\ variable\ |env\ var\ |variable\ )?(?::\s*)?
          (?:is\ |was\ |has\ |must\ |should\ )?(?:\]\s*,\s*\\?["']?message\\?["']?\s*:\s*\\?["'](?:Required|Invalid\ input:\ expected\ string,\ received\ undefined|Field\ required)
            |not\ (?:been\ )?(?:set|found|defined|provided|configured|present)|missing|required|undefined|unset|empty|be\ (?:set|provided|defined)|not\ set|(?<=is\ |was\ )(?:null|nil|none|blank))(?![A-Za-z0-9_])
        | [a-z](?:Error|Exception):\ ?["'`]?(?<variable>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)["'`]?\s*$
      )
      """#, [.ignoresCase, .extended, .multiline])
}
