namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>A measure of every pair of channels.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Channels">How many channels there are.</param>
/// <param name="Values">
/// Row by row, channels x channels; NaN on the diagonal. Symmetric, but for imaginary coherence, whose halves differ in
/// sign.
/// </param>
public sealed record PairMatrix(PairMeasure Measure, int Channels, double[] Values)
{
    /// <summary>The value of a pair.</summary>
    public double this[int first, int second] => Values[(first * Channels) + second];

    /// <summary>The pairs, first before second, row by row.</summary>
    public IEnumerable<(int First, int Second, double Value)> Pairs()
    {
        for (var i = 0; i < Channels; i++)
        {
            for (var j = i + 1; j < Channels; j++)
                yield return (i, j, this[i, j]);
        }
    }

    /// <summary>The mean over pairs; of imaginary coherence, of its size.</summary>
    public double Mean => Pairs().Average(p => Size(p.Value));

    /// <summary>The mean over the pairs of one channel; of imaginary coherence, of its size.</summary>
    public double MeanOf(int channel) =>
        Enumerable.Range(0, Channels).Where(j => j != channel).Average(j => Size(this[channel, j]));

    private double Size(double value) => Measure == PairMeasure.ImaginaryCoherence ? Math.Abs(value) : value;
}
