namespace Isonomia.Inference.Likelihoods;

/// <summary>
/// The cost of BrainTrak (Abeysuriya and Robinson 2016), for comparison: exp(-cost/2), cost = sum over frequencies of
/// (1/f)((P - P_data)/P_data)^2 with the prediction scaled to the data's area. It knows nothing of how long was recorded,
/// so its intervals do not narrow with time and are not calibrated.
/// </summary>
/// <param name="observed">What was observed.</param>
public sealed class BrainTrakLikelihood(ObservedSpectrum observed) : SpectralLikelihood(observed)
{
    /// <inheritdoc/>
    public override string Name => "braintrak";

    /// <inheritdoc/>
    public override double Log(ReadOnlySpan<double> predicted, Span<double> slopes)
    {
        var scale = Scale(predicted);
        var (cost, area, shared) = (0.0, 0.0, 0.0);
        for (var i = 0; i < predicted.Length; i++)
        {
            if (!Observed.Counts[i])
                continue;
            var miss = (scale * predicted[i] / Observed.Density[i]) - 1;
            cost += miss * miss / Observed.Frequency(i);
            area += predicted[i];
            shared += miss / Observed.Frequency(i) * predicted[i] / Observed.Density[i];
        }

        for (var i = 0; i < slopes.Length; i++)
        {
            var miss = (scale * predicted[i] / Observed.Density[i]) - 1;
            slopes[i] = Observed.Counts[i]
                ? -scale * ((miss / (Observed.Frequency(i) * Observed.Density[i])) - (shared / area))
                : 0;
        }

        return -cost / 2;
    }

    /// <inheritdoc/>
    public override double Scale(ReadOnlySpan<double> predicted)
    {
        var (data, model) = (0.0, 0.0);
        for (var i = 0; i < predicted.Length; i++)
        {
            if (!Observed.Counts[i])
                continue;
            data += Observed.Density[i];
            model += predicted[i];
        }

        return data / model;
    }
}
