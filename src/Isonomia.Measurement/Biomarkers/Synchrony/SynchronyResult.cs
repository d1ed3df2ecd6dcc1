using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>How closely channels keep step, band by band.</summary>
/// <param name="Channels">The channels' names.</param>
/// <param name="Epochs">How many epochs were compared.</param>
/// <param name="EpochSeconds">How long each was.</param>
/// <param name="Bands">The bands, in the order of the settings.</param>
public sealed record SynchronyResult(
    IReadOnlyList<string> Channels, int Epochs, double EpochSeconds, IReadOnlyList<BandSynchrony> Bands) : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading().Count("epochs", Epochs).Number("epoch_s", EpochSeconds, "s");
        foreach (var band in Bands)
        {
            var part = new Reading();
            foreach (var measure in PairMeasures.All)
            {
                var matrix = band.Matrices.FirstOrDefault(m => m.Measure == measure);
                part.Number(measure.Name(), matrix is null
                    ? Measured.Undefined(band.Why ?? "the epochs are too short for the band's filter")
                    : Measured.Of(matrix.Mean), "1");
            }

            if (band.Matrices.Count > 0)
                part.List("pairs", [.. Pairs(band)]);
            reading.Group(band.Band.Name, part);
        }

        return reading;
    }

    // One curve a channel: its values with the channels after it, so that a table of a thousand pairs stays compact.
    private IEnumerable<Reading> Pairs(BandSynchrony band)
    {
        for (var i = 0; i + 1 < Channels.Count; i++)
        {
            var row = new Reading().Text("channel", Channels[i]).Words("with", [.. Channels.Skip(i + 1)]);
            foreach (var matrix in band.Matrices)
            {
                var first = i;
                row.Curve(matrix.Measure.Name(), [.. Enumerable.Range(i + 1, Channels.Count - i - 1).Select(j => matrix[first, j])], "1");
            }

            yield return row;
        }
    }
}
