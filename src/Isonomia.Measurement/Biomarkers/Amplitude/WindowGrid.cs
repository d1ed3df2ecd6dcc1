namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>Windows of one length laid over a signal at a fixed distance.</summary>
/// <param name="Size">Length of a window in samples.</param>
/// <param name="Hop">From the start of one to the start of the next, in samples.</param>
public readonly record struct WindowGrid(int Size, int Hop)
{
    /// <summary>
    /// A grid with a given overlap. The hop is rounded down after the product was formed in floating point, as the
    /// reference implementation does: 5 s at 250 Hz with 0.8 overlap hop by 249 samples, not 250.
    /// </summary>
    public static WindowGrid Overlapping(int size, double overlap) =>
        new(size, Math.Max(1, (int)(size * (1 - overlap))));

    /// <summary>
    /// How many windows are taken from an uninterrupted run. Windows start strictly before the last place where one
    /// would still fit, as in the reference implementation.
    /// </summary>
    public int CountIn(int run) => run > Size ? ((run - Size - 1) / Hop) + 1 : 0;
}
