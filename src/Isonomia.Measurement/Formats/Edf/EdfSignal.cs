namespace Isonomia.Measurement.Formats.Edf;

/// <summary>One signal as an EDF or BDF header describes it.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Unit">The physical dimension, normalised.</param>
/// <param name="PhysicalMinimum">What the digital minimum stands for.</param>
/// <param name="PhysicalMaximum">What the digital maximum stands for; may be below the minimum (inverted
/// polarity).</param>
/// <param name="DigitalMinimum">The least sample value.</param>
/// <param name="DigitalMaximum">The greatest sample value.</param>
/// <param name="Prefiltering">Free text on the filters.</param>
/// <param name="SamplesPerRecord">Samples in each data record.</param>
/// <param name="Offset">Where its samples begin in each record, in bytes.</param>
internal sealed record EdfSignal(
    string Label,
    string Unit,
    double PhysicalMinimum,
    double PhysicalMaximum,
    double DigitalMinimum,
    double DigitalMaximum,
    string Prefiltering,
    int SamplesPerRecord,
    long Offset)
{
    /// <summary>Whether it holds annotations (time-stamped texts) instead of samples.</summary>
    public bool IsAnnotation => IsAnnotationLabel(Label);

    /// <summary>Physical units a digital step.</summary>
    public double Gain => (PhysicalMaximum - PhysicalMinimum) / (DigitalMaximum - DigitalMinimum);

    /// <summary>What digital zero stands for.</summary>
    public double Zero => PhysicalMinimum - DigitalMinimum * Gain;

    /// <summary>
    /// Whether it holds trigger words; MNE goes by the same two names. BDF files keep their words unscaled.
    /// </summary>
    public bool IsTrigger => IsStatus || string.Equals(Label, "Trigger", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is the status channel of a BioSemi recorder.</summary>
    public bool IsStatus => string.Equals(Label, "Status", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a signal of this name holds annotations.</summary>
    public static bool IsAnnotationLabel(string label) =>
        string.Equals(label, "EDF Annotations", StringComparison.OrdinalIgnoreCase)
        || string.Equals(label, "BDF Annotations", StringComparison.OrdinalIgnoreCase);
}
