import Culprit
import CulpritSources
import Foundation
import Testing

@Suite struct SourceListTests {
  @Test("a folder gives the files at every depth, sorted, named below the path as the user gave it")
  func folder() throws {
    let folder = try TestFolder()
    for name in ["b.log", "a/z.log", "a/b/c.log"] { try folder.write("x\n", to: name) }
    let names = SourceList(paths: [folder.path]).entries.map(\.name)
    #expect(names == ["a/b/c.log", "a/z.log", "b.log"].map { folder.path + "/" + $0 })
    #expect(SourceList(paths: [folder.path + "/"]).entries.map(\.name) == names)
  }

  @Test("hidden files and folders are named as skipped, but read when they are named")
  func hidden() throws {
    let folder = try TestFolder()
    try folder.write("x\n", to: "seen.log")
    try folder.write("x\n", to: ".git/config")
    let hidden = try folder.write("x\n", to: ".hidden.log")
    let list = SourceList(paths: [folder.path])
    #expect(list.entries.map(\.name) == [folder.path + "/seen.log"])
    #expect(list.skipped.map(\.source) == [folder.path + "/.git", folder.path + "/.hidden.log"])
    #expect(SourceList(paths: [hidden]).entries.count == 1)
  }

  @Test("a file that two paths or two links lead to is read once")
  func twice() throws {
    let folder = try TestFolder()
    let file = try folder.write("x\n", to: "a.log")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/b.log", withDestinationPath: "a.log")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/circle", withDestinationPath: ".")
    #expect(SourceList(paths: [folder.path]).entries.map(\.name) == [file])
    #expect(SourceList(paths: [file, folder.path, file]).entries.count == 1)
  }

  @Test("what is missing is named, and the rest is still there")
  func missing() throws {
    let folder = try TestFolder()
    let file = try folder.write("x\n", to: "a.log")
    let list = SourceList(paths: ["/no/such.log", file])
    #expect(list.entries.map(\.name) == [file])
    #expect(list.skipped.map(\.reason) == [.missing])
    #expect(list.skipped.first?.detail == "no such file or folder")
  }

  @Test("a link that leads nowhere is named")
  func danglingLink() throws {
    let folder = try TestFolder()
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/a.log", withDestinationPath: "gone")
    #expect(SourceList(paths: [folder.path]).skipped.map(\.source) == [folder.path + "/a.log"])
  }
}
