package import CulpritIntake
package import CulpritRules

/// A failure as one record (or one branch of it) tells it.
package struct Failure: Hashable, Sendable {
  package var origin: Origin
  package var level: Level?
  /// The tree of errors, redacted, with all branches of a group; may be empty.
  package var links: [Link]
  /// Errors of the tree that were printed and are no links, because there are too many.
  package var omittedLinks = 0
  /// Index of the link that carries the evidence.
  package var verdict: Int?
  /// What it says, strongest first; never empty: the first decides.
  package var wordings: [Wording]
  package var answerer: Answerer
  package var status: Int?
  package var code: String?
  package var requestID: String?
  /// The variable that it prints, the one to change.
  package var variable: String?
  /// What the provider echoed of the key.
  package var echo: KeyFragment?
  package var moduleLoad: ModuleLoad?
  /// Nouns of its units of work (`job 17`), in lower case.
  package var units: [String]
  /// First line of its record.
  package var head: RedactedText?
  /// `name=value` of its head and its tag, to be compared with what others say of its process.
  package var values: [String] = []
  /// Scripts of the application's frames of the outermost link, outermost first.
  package var scripts: [String]
  /// Script whose top level is the outermost frame: a program of its own was started from it.
  package var entryScript: String?
  /// Frames of a thread pool stand below those of the application.
  package var isInThread = false
  /// The outermost frames begin a child of `multiprocessing`: whoever else speaks in the source is another process.
  package var isInChild = false
  /// A library's frame builds what remembers, embeds or retrieves: a client that frameworks build by default.
  package var isOfDefaultClient = false
  /// Happened in another process, whose error the record prints: a pool hands its workers' errors on.
  package var isCarried = false
  /// Ended its process: uncaught, a panic, a crash.
  package var isFatal: Bool
  /// The record goes on without: a fallback, a retry, a warning.
  package var isHandled: Bool
  /// The text of the verdict with digits and ids folded: failures of one template look alike.
  package var template: String
  /// Of the verdict's line.
  package var text: RedactedText

  package init(origin: Origin, wordings: [Wording], text: RedactedText, template: String) {
    self.origin = origin
    self.wordings = wordings
    self.text = text
    self.template = template
    links = []
    answerer = Answerer()
    units = []
    scripts = []
    isFatal = false
    isHandled = false
  }

  /// Printed without level and frames, or not surely by the process that it was bound to.
  package var isWeaklyTold: Bool {
    origin.isUncertain || (level ?? .info) < .warning && scripts.isEmpty && !links.contains { $0.frame != nil }
  }

  package var signal: SignalName { wordings.first?.signal ?? .authenticationFailed }

  /// Both tell in the same words that the same key was refused, or none was there.
  package func isAlike(_ other: Failure) -> Bool {
    template == other.template && echo == other.echo && signal == other.signal
  }

  /// Types from the outermost through the verdict to the innermost.
  package var path: [String] {
    guard !links.isEmpty else { return [] }
    var way = [verdict ?? links.count - 1]
    while let first = way.first, let parent = links[first].parent { way.insert(parent, at: 0) }
    while let last = way.last, let child = links.indices.first(where: { links[$0].parent == last }) {
      way.append(child)
    }
    return way.map { links[$0].type }
  }
}

/// One error of a failure, redacted.
package struct Link: Hashable, Sendable {
  package var parent: Int?
  package var type: String
  package var message: RedactedText
  package var relation: ParsedLink.Relation
  package var status: Int?
  package var code: String?
  package var requestID: String?
  /// The application's innermost frame, else the innermost.
  package var frame: Frame?
  package var place: Place
}

extension Link {
  /// One that stands alone and tells nothing else.
  package init(type: String, message: RedactedText, relation: ParsedLink.Relation, place: Place) {
    self.type = type
    self.message = message
    self.relation = relation
    self.place = place
  }
}

/// A pattern, or one of the general recognisers, found in a failure.
package struct Wording: Hashable, Sendable {
  package var signal: SignalName
  /// Id of the pattern; nil for a general one (a bare 401, a class name).
  package var pattern: String?
  /// Id of the provider that says it so.
  package var provider: String?
  package var sdk: String?
  package var rank: Rank
  package var isAmbiguous: Bool
  package var place: Place

  package init(signal: SignalName, rank: Rank, place: Place) {
    self.signal = signal
    self.rank = rank
    self.place = place
    isAmbiguous = true
  }

  /// Strongest first: lower ones count for nothing beside higher ones.
  package enum Rank: Int, Hashable, Comparable, Sendable {
    case className, bareStatus, code, sentence, notSent, library
    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }
}

/// Who was asked and who answered, as far as the failing record shows it. These stay separate facts until
/// Diagnosis makes one provider of them. All are ids of providers but `host`, `model` and `sdks`.
package struct Answerer: Hashable, Sendable {
  /// In lower case.
  package var host: String?
  package var hostProvider: String?
  /// The request went to a path of the host at which no model answers.
  package var isElsewhere = false
  /// By headers, request ids and shapes of the body.
  package var dialect: String?
  /// As a wrapper such as litellm calls it.
  package var wrapped: String?
  package var model: String?
  package var modelProvider: String?
  /// Of frames and classes of SDKs.
  package var client: String?
  /// The client is used for many providers.
  package var isSharedClient = false
  package var variableProvider: String?
  /// Weak: words of the record that name a provider.
  package var words: [String] = []
  package var sdks: [String] = []

  package init() {}
}

/// The client was made while modules were loaded.
package struct ModuleLoad: Hashable, Sendable {
  /// Script of the frame that stands nearest to the client's constructor.
  package var module: String
  /// Outermost script that imports it; nil where it is the entry script itself.
  package var importer: String?
  /// The constructor stands at the top level of an imported module of another file than the entry script.
  package var isImported: Bool

  package init(module: String, importer: String?, isImported: Bool) {
    self.module = module
    self.importer = importer
    self.isImported = isImported
  }
}
