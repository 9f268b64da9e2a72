import CulpritIntake
import CulpritRegex
import CulpritRules

/// Reads who was asked and who answered out of a failing record.
struct AnswererReader: Sendable {
  private let lexicon: Lexicon
  private let dialects: [(provider: String, regex: CompiledPattern)]

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    dialects = lexicon.providers.flatMap { provider in
      provider.dialect.compactMap { source in (try? CompiledPattern(source, options: .ofWordings)).map { (provider.id, $0) } }
    }
  }

  /// `text`: of the record or of one branch of it; `links`: of that branch, outermost first.
  func answerer(in text: String, links: [ParsedLink], wordings: [Wording]) -> Answerer {
    var result = Answerer()
    readHost(in: text, into: &result)
    result.dialect = dialects.first { $0.regex.matches(text) }?.provider
    result.wrapped = wrapped(in: text)
    if let model = Self.model.firstMatch(in: text)?["model"] {
      result.model = model
      result.modelProvider = lexicon.provider(ofModel: model.split(separator: "/").last.map(String.init) ?? model)
    }
    readClient(of: links, text: text, into: &result)
    result.words = lexicon.providers(amongWords: Self.words(of: text))
    result.sdks = wordings.compactMap(\.sdk)
    return result
  }

  /// Hosts of documentation and consoles answer nothing.
  private func readHost(in text: String, into result: inout Answerer) {
    for match in Self.url.allMatches(in: text, limit: 12) {
      guard let host = match["host"]?.lowercased(), !Self.documentation.matches(text.slice(match.range)) else { continue }
      if let provider = lexicon.provider(ofHost: host) {
        result.host = host
        result.hostProvider = provider
        result.isElsewhere = false
        return
      }
      if result.host == nil, Self.request.matches(text.slice(text.scalarBorder(before: max(0, match.range.lowerBound - 24))..<match.range.lowerBound)) {
        result.host = host
        result.isElsewhere = !Self.modelPath.matches(text.slice(match.range))
      }
    }
    for match in Self.bareHost.allMatches(in: text, limit: 12) where result.hostProvider == nil {
      guard let host = match["host"]?.lowercased(), let provider = lexicon.provider(ofHost: host) else { continue }
      (result.host, result.hostProvider) = (host, provider)
    }
    if result.host == nil, let host = Self.hostField.firstMatch(in: text)?["host"]?.lowercased() {
      result.host = host
      result.hostProvider = lexicon.provider(ofHost: host)
    }
  }

  /// `litellm.AuthenticationError: AuthenticationError: GroqException - …`
  private func wrapped(in text: String) -> String? {
    guard let word = Self.wrapper.firstMatch(in: text)?["word"] else { return nil }
    return lexicon.provider(amongWords: Identifier.words(of: word) + [word.lowercased()])
  }

  private func readClient(of links: [ParsedLink], text: String, into result: inout Answerer) {
    var found: [String] = []
    for link in links.reversed() {
      for frame in link.frames.reversed() {
        if let provider = lexicon.provider(ofFrame: frame.file), !found.contains(provider) { found.append(provider) }
        if let function = frame.function {
          let name = function.split(whereSeparator: { ". ".contains($0) }).last.map(String.init) ?? function
          let owners = lexicon.providers(ofClient: name)
          if owners.count == 1, !found.contains(owners[0]) { found.insert(owners[0], at: 0) }
        }
      }
      if let provider = provider(ofType: link.qualifiedType), !found.contains(provider) { found.append(provider) }
    }
    if found.isEmpty, links.isEmpty, let frame = Self.sdkPath.firstMatch(in: text)?[0] {
      if let provider = lexicon.provider(ofFrame: frame) { found.append(provider) }
    }
    // A client of one provider says more than one that many share.
    result.client = found.first { !lexicon.hasSharedClients($0) } ?? found.first
    result.isSharedClient = result.client.map { lexicon.hasSharedClients($0) } ?? false
  }

  /// `anthropic.AuthenticationError`, `groq.…`: the module names the provider.
  private func provider(ofType type: String) -> String? {
    guard type.containsBytes(".") || type.containsBytes("::") || type.containsBytes("\\") else {
      return lexicon.provider(amongWords: Array(Identifier.words(of: type).prefix(2)))
    }
    return lexicon.provider(amongWords: Identifier.words(of: type))
  }

  /// Folders and repositories are named after anything: of a path the file's own name counts.
  private static func words(of text: String) -> [String] {
    guard text.utf8.count < 100_000 else { return [] }
    guard text.utf8.contains(where: isSeparator) else { return Identifier.words(of: text) }
    return text.utf8.split(whereSeparator: endsToken).flatMap { Identifier.words(of: withoutFolders(Substring($0))) }
  }

  private static func endsToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), 0x0A, 0x09, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: ","):
      true
    default: false
    }
  }

  /// `gpt/4` and `OpenAI/NodeJS` are names of two parts, no paths; in `acme/openai-worker` somebody called his own so.
  private static func withoutFolders(_ token: Substring) -> String {
    guard let cut = token.utf8.lastIndex(where: isSeparator) else { return String(token) }
    let begins = token.utf8.first.map { isSeparator($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "~") } ?? false
    let text = String(token)
    guard begins || text.containsBytes(":/") || text.containsBytes(":\\") else {
      let last = token[token.utf8.index(after: cut)...]
      return last.utf8.contains(UInt8(ascii: "-")) ? String(token[..<cut]) : text
    }
    return String(token[token.utf8.index(after: cut)...])
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

  private static let url = CompiledPattern.constant(#"https?://(?:[^\s/@]*@)?(?<host>[A-Za-z0-9.\-]+)(?::\d+)?[^\s"']{0,60}"#)
  /// Paths of the interfaces of models, whatever host offers them; an address without a path may be that of any.
  private static let modelPath = CompiledPattern.constant(
    #"(?i)//[^/]*(?:/(?:v\d\w{0,6}/?)?)?$|/(?:completions?|messages|embeddings?|responses|models?|deployments|chat|generate|invoke|converse|rerank|audio|images|openai|anthropic|gemini|inference|serving-endpoints|predictions|moderations|transcriptions)\b|:(?:stream)?generate|:predict"#)
  private static let documentation = CompiledPattern.constant(
    #"//(?:platform|console|docs?|help|status|dashboard|aistudio|developers?|makersuite|portal)\.|/docs?/|/account|/api-keys|/settings|/help|/troubleshoot|github\.com|learn\.microsoft|cognitiveservices\.azure\.com\)|/errors?/|langchain\.com"#)
  private static let request = CompiledPattern.constant(
    #"(?i)(?:GET|POST|PUT|DELETE|url["']?\s*[:=]\s*["']?|host["']?\s*[:=]\s*["']?|base_?url["']?\s*[:=]\s*["']?|for\s+url:?|to|from|fetching from|endpoint["']?\s*[:=]?\s*["']?|[45]\d\d [A-Z][A-Za-z ]{2,20})\s*["'(<`]?$"#)
  private static let hostField = CompiledPattern.constant(
    #"(?i)(?:hostname|host|server_name|base_?url)["']?\s*[:=]\s*["']?(?<host>[a-z0-9\-]+(?:\.[a-z0-9\-]+){1,})"#)
  /// A name of a host in a sentence; whether it is one of a provider's, its list of hosts says.
  private static let bareHost = CompiledPattern.constant(
    #"(?i)(?<![a-z0-9@/.\-_])(?<host>(?:[a-z0-9\-]{1,60}\.){1,5}(?:com|ai|cn|net|io|co))(?![a-z0-9\-_]|\.[a-z])"#)
  private static let wrapper = CompiledPattern.constant(#"(?<![A-Za-z])(?<word>[A-Z][A-Za-z_]+?)Exception(?: \w+Error)? - "#)
  private static let model = CompiledPattern.constant(
    #"(?i)(?<![A-Za-z])(?:model(?:[ _]?(?:name|id))?|deployment)["']?(?:\s*[=:]\s*|\s+)["'`]?(?<model>[A-Za-z][\w./:\-]*\d[\w./:\-]*|command-[\w\-]+|mistral-[\w\-]+|deepseek-[\w\-]+)"#)
  private static let sdkPath = CompiledPattern.constant(#"(?:site-packages|dist-packages|node_modules)/[@\w.\-]+(?:/[\w.\-]+)?/"#)
}
