extension Report {
  /// Of the program and library that made it; semantic versioning.
  public static let softwareVersion = "0.1.0"
}
