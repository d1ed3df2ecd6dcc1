namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>One entry of a marker file.</summary>
/// <param name="Type">Stimulus, Response, New Segment, ...</param>
/// <param name="Description">What it says.</param>
/// <param name="Position">The sample it stands at, the first being 0.</param>
/// <param name="Size">How many samples it lasts.</param>
/// <param name="Date">When it was, for new segments.</param>
internal sealed record BrainVisionMarker(string Type, string Description, long Position, long Size, DateTime? Date)
{
    /// <summary>Whether an uninterrupted stretch begins here.</summary>
    public bool IsNewSegment => string.Equals(Type, "New Segment", StringComparison.OrdinalIgnoreCase);

    /// <summary>Type and description in one, as MNE has them: <c>Stimulus/S 10</c>.</summary>
    public string Text => Type.Length > 0 ? $"{Type}/{Description}" : Description;
}
