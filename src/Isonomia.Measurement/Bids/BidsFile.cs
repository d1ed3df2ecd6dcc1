namespace Isonomia.Measurement.Bids;

/// <summary>A recording in a BIDS data set.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Relative">The same from the data set's folder on, parts divided by <c>/</c>.</param>
/// <param name="Name">What its name says.</param>
/// <param name="Datatype">The kind of folder it lies in: eeg, ieeg or meg.</param>
/// <param name="WhyUnread">Why it cannot be measured, where its place or name tell already; else null.</param>
public sealed record BidsFile(string Path, string Relative, BidsName Name, string Datatype, string? WhyUnread)
{
    /// <summary>The participant, as <c>sub-01</c>.</summary>
    public string Participant => "sub-" + Name["sub"];
}
