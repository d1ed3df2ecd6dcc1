namespace Isonomia.Reporting.Cohorts;

/// <summary>That a recording of a data set was measured, and how much of it there was.</summary>
/// <param name="Fingerprint">Hash of the recording's files, of every setting and of the version.</param>
/// <param name="DurationSeconds">How long the recording is.</param>
/// <param name="Channels">Channels considered.</param>
/// <param name="GoodChannels">Channels measured.</param>
/// <param name="UsableSeconds">Seconds measured, averaged over these.</param>
public sealed record MeasuredFile(
    string Fingerprint, double DurationSeconds, int Channels, int GoodChannels, double UsableSeconds);
