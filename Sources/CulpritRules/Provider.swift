/// A service that answers to credentials, and how logs show that it is meant.
package struct Provider: Hashable, Sendable {
  /// As in reports: `openai`, `azure-openai`, `anthropic`, …
  package var id: String
  package var name: String
  package var variables: [Variable]
  /// Suffixes of host names, in lower case (`api.openai.com`, `.openai.azure.com`).
  package var hosts: [String]
  package var keyShapes: [KeyShape]
  /// Names of client classes, as constructed or printed in frames (`OpenAI`, `ChatAnthropic`).
  package var clients: [String]
  /// Fragments of paths in stack frames of its SDK (`site-packages/openai/`, `node_modules/openai/`).
  package var frames: [String]
  /// Beginnings of model names, in lower case (`gpt-`, `claude-`).
  package var models: [String]
  /// Words by which applications name it (`openai`, `gpt`, `claude`), in lower case, whole words.
  package var words: [String]
  /// Regexes of names that only its answers hold (headers, request ids): proof of who answered.
  package var dialect: [String]
  /// Its clients are used for many providers, so that they name none (openai's classes, litellm).
  package var hasSharedClients: Bool
  /// One vendor, two editions with keys of their own (`.cn` and international).
  package var hasEditions: Bool

  package struct Variable: Hashable, Sendable {
    package var name: String
    /// Names that people set by mistake and nothing reads.
    package var misnomers: [String]
    /// Not the key itself: a base URL, a version, an organization.
    package var isSetting: Bool
    package init(name: String, misnomers: [String] = [], isSetting: Bool = false) {
      self.name = name
      self.misnomers = misnomers
      self.isSetting = isSetting
    }
  }

  package struct KeyShape: Hashable, Sendable {
    /// Public prefix, may be empty where keys have none.
    package var prefix: String
    /// Regex of the whole key, for redaction and for complete keys; without anchors.
    package var regex: String
    /// Possible lengths of the whole key; empty where they vary.
    package var lengths: [Int]
    /// Characters after the prefix, as the inside of a regex class (`A-Za-z0-9_-`).
    package var alphabet: String
    /// What every key ends in (`AA`), empty where nothing is fixed.
    package var suffix: String
    /// The prefix alone says whose key it is.
    package var isDistinctive: Bool
    /// What kind of credential it is, where it is not a plain API key (`admin`, `oauth`, `temporary`).
    package var kind: String
    package init(
      prefix: String, regex: String, lengths: [Int], alphabet: String, suffix: String = "",
      isDistinctive: Bool, kind: String = "api-key"
    ) {
      self.prefix = prefix
      self.regex = regex
      self.lengths = lengths
      self.alphabet = alphabet
      self.suffix = suffix
      self.isDistinctive = isDistinctive
      self.kind = kind
    }
  }

  package init(
    id: String, name: String, variables: [Variable], hosts: [String], keyShapes: [KeyShape],
    clients: [String], frames: [String], models: [String], words: [String], dialect: [String],
    hasSharedClients: Bool, hasEditions: Bool
  ) {
    self.id = id
    self.name = name
    self.variables = variables
    self.hosts = hosts
    self.keyShapes = keyShapes
    self.clients = clients
    self.frames = frames
    self.models = models
    self.words = words
    self.dialect = dialect
    self.hasSharedClients = hasSharedClients
    self.hasEditions = hasEditions
  }
}
