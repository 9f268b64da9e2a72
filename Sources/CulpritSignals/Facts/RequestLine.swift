/// A request to a provider that a client's log shows.
package struct RequestLine: Hashable, Sendable {
  package var origin: Origin
  /// In lower case.
  package var host: String
  /// Id of the provider that answers at the host; nil where no provider has it.
  package var provider: String?
  package var status: Int?
  /// The path is that of OpenAI's interface, which clients of many providers speak.
  package var isSharedInterface = false
  package var text: RedactedText

  package init(origin: Origin, host: String, provider: String?, status: Int?, text: RedactedText) {
    self.origin = origin
    self.host = host
    self.provider = provider
    self.status = status
    self.text = text
  }

  package var succeeded: Bool { status.map { (200..<300).contains($0) } ?? false }
}
