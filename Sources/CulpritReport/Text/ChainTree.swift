import CulpritDiagnosis
import CulpritSignals

/// The errors of one failure as a tree, outermost first, with the place in the log at the right.
struct ChainTree {
  /// Lines of one message; links; deeper ones are not indented any further.
  private static let limit = (message: 4, links: 24, depth: 8)
  private static let verdictMark = Fragment("← verdict", .alarm)

  private let links: [ChainLink]
  /// Links that are not shown.
  private let hidden: Int
  /// Indices in `links` by that of their parent; -1 for those at the top.
  private let children: [Int: [Int]]

  /// `omitted`: errors that the report leaves out.
  init(_ links: [ChainLink], omitted: Int) {
    self.links = Array(links.prefix(Self.limit.links))
    hidden = links.count - self.links.count + omitted
    var children: [Int: [Int]] = [:]
    for (index, link) in self.links.enumerated() {
      // A parent that is not shown: the link stands at the top.
      let parent = self.links.prefix(index).firstIndex { $0.id == link.parent }
      children[parent ?? -1, default: []].append(index)
    }
    self.children = children
  }

  func write(to canvas: inout TextCanvas) {
    guard !links.isEmpty else { return }
    canvas.gap()
    for index in children[-1] ?? [] { write(index, branch: Branch(), to: &canvas) }
    if hidden > 0 { canvas.line(Fragment("  … \(Phrase.count(hidden, "more error"))", .faint)) }
  }

  /// What stands before a link and before what hangs below it.
  private struct Branch {
    var own = "  "
    var below = "  "
    var depth = 0
    /// Of the link that it hangs on.
    var source: String?

    /// Before the further lines of the link.
    var continuation: String { below + String(repeating: " ", count: own.count - below.count) }

    func child(isLast: Bool, source: String, isDeep: Bool) -> Branch {
      let sign = isLast ? "└ " : "├ "
      let line = isDeep ? "" : isLast ? "  " : "│ "
      return Branch(own: below + sign, below: below + line, depth: depth + 1, source: source)
    }
  }

  /// Recursion ends with the links, of which there are few.
  private func write(_ index: Int, branch: Branch, to canvas: inout TextCanvas) {
    let link = links[index]
    let next = children[index] ?? []
    writeLink(link, branch: branch, to: &canvas)
    for child in next {
      let isLast = child == next.last
      let isDeep = branch.depth >= Self.limit.depth
      write(child, branch: branch.child(isLast: isLast, source: link.place.source, isDeep: isDeep), to: &canvas)
    }
  }

  private func writeLink(_ link: ChainLink, branch: Branch, to canvas: inout TextCanvas) {
    let isElsewhere = branch.source != link.place.source
    let place = isElsewhere ? DisplayText.keepingEnd(Phrase.place(link.place), width: canvas.width / 2) : ""
    let room = canvas.width - DisplayText.width(branch.own)
    let reserved = place.isEmpty ? 0 : DisplayText.width(place) + 2
    let rows = DisplayText.wrapped(headline(link), widths: (room - reserved, room), lines: Self.limit.message)
    for (number, row) in rows.enumerated() {
      let margin = Fragment(number == 0 ? branch.own : branch.continuation, .faint)
      var right: [Fragment] = []
      if number == 0, !place.isEmpty { right.append(Fragment(place, .faint)) }
      if number == rows.count - 1, link.isVerdict { right.append(Self.verdictMark) }
      canvas.line([margin, Fragment(row, link.isVerdict ? .strong : .plain)], right: right)
    }
    writeFrame(link, margin: branch.continuation, to: &canvas)
  }

  /// The type, how it hangs on its parent unless as a cause, the message, and status and code that it lacks.
  private func headline(_ link: ChainLink) -> String {
    let message = link.message.description
    var text = link.type
    if !["outermost", "cause", "wrapped"].contains(link.relation) { text += " (\(link.relation))" }
    if !message.isEmpty { text += ": " + message }
    let details = [link.status.map(String.init), link.code].compactMap(\.self).filter { !message.contains($0) }
    return details.isEmpty ? text : text + " (\(details.joined(separator: ", ")))"
  }

  /// Where in the code the verdict comes from.
  private func writeFrame(_ link: ChainLink, margin: String, to canvas: inout TextCanvas) {
    guard link.isVerdict, let frame = link.frame else { return }
    let line = frame.line.map { ":\($0)" } ?? ""
    let function = frame.function.map { " in \($0)" } ?? ""
    let room = canvas.width - DisplayText.width(margin) - 3
    let text = DisplayText.keepingEnd("\(frame.file)\(line)\(function)", width: room)
    canvas.line(Fragment(margin, .faint), Fragment("at " + text, .faint))
  }
}
