namespace Isonomia.Measurement.Formats.Edf;

/// <summary>
/// What the header of an EDF or BDF file says, checked for sense but not yet against the file's length.
/// </summary>
/// <param name="Variant">EDF, EDF+C, EDF+D, BDF, BDF+C or BDF+D.</param>
/// <param name="SampleBytes">Bytes a sample: 2, or 3 for BDF.</param>
/// <param name="Start">Date and time of the start, to the second; null where unreadable or withheld.</param>
/// <param name="Records">The number of data records stated; -1 if unknown.</param>
/// <param name="RecordDuration">Seconds a data record; zero only if there are nothing but annotations.</param>
/// <param name="Signals">All signals in file order, annotations included.</param>
internal sealed record EdfHeader(
    string Variant,
    int SampleBytes,
    DateTime? Start,
    long Records,
    double RecordDuration,
    IReadOnlyList<EdfSignal> Signals)
{
    /// <summary>The length of the header itself.</summary>
    public long Bytes => 256L * (Signals.Count + 1);

    /// <summary>The length of one data record.</summary>
    public long RecordBytes => Signals[^1].Offset + (long)SampleBytes * Signals[^1].SamplesPerRecord;

    /// <summary>Whether data records may leave gaps between them.</summary>
    public bool IsDiscontinuous => Variant.EndsWith("+D");

    /// <summary>The signals with samples: the channels.</summary>
    public IReadOnlyList<EdfSignal> Ordinary { get; } = [.. Signals.Where(s => !s.IsAnnotation)];
}
