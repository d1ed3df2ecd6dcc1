using Isonomia.Numerics.LinearAlgebra;

namespace Isonomia.Measurement.Biomarkers.Evoked;

/// <summary>
/// The perturbational complexity index by state transitions, PCIst (Comolatti et al. 2019 Brain Stimulation,
/// doi:10.1016/j.brs.2019.05.013).
/// </summary>
internal static class StateTransitions
{
    /// <summary>The index of each component that is used; their sum is PCIst.</summary>
    /// <param name="evoked">Mean response of each channel, baseline and response alike.</param>
    /// <param name="baseline">The baseline's samples: first and end.</param>
    /// <param name="response">The response's samples: first and end.</param>
    /// <param name="options">Weight of the baseline, least signal to noise, per cent of variance, thresholds.</param>
    public static double[] Of(IReadOnlyList<double[]> evoked, (int First, int End) baseline, (int First, int End) response,
        (double K, double LeastSnr, double Percent, int Thresholds) options) =>
        [.. Components(evoked, response, options.Percent)
            .Where(c => Power(c, response) > options.LeastSnr * options.LeastSnr * Power(c, baseline))
            .Select(c => Math.Max(0, Gain(c[baseline.First..baseline.End], c[response.First..response.End], options.K, options.Thresholds)))];

    // Principal components of the response, as many as account for so much of its variance, over all samples.
    private static IEnumerable<double[]> Components(IReadOnlyList<double[]> evoked, (int First, int End) response, double percent)
    {
        var (channels, samples) = (evoked.Count, evoked[0].Length);
        var products = new double[channels * channels];
        for (var i = 0; i < channels; i++)
        {
            for (var j = i; j < channels; j++)
            {
                for (var t = response.First; t < response.End; t++)
                    products[(i * channels) + j] += evoked[i][t] * evoked[j][t];
            }
        }

        var eigen = SymmetricEigen.Of(products, channels);
        var total = eigen.Values.Sum(v => Math.Max(0, v));
        var so = 0.0;
        for (var k = 0; k < channels && total > 0 && so < percent / 100 * total; k++)
        {
            so += Math.Max(0, eigen.Values[k]);
            var component = new double[samples];
            for (var c = 0; c < channels; c++)
            {
                for (var t = 0; t < samples; t++)
                    component[t] += eigen.Vectors[k][c] * evoked[c][t];
            }

            yield return component;
        }
    }

    private static double Power(double[] x, (int First, int End) part)
    {
        var sum = 0.0;
        for (var t = part.First; t < part.End; t++)
            sum += x[t] * x[t];
        return sum / (part.End - part.First);
    }

    // Transitions of the response less k times those of the baseline, at the threshold where that is most.
    private static double Gain(double[] baseline, double[] response, double k, int steps)
    {
        var (low, high) = (MedianDistance(baseline), response.Max() - response.Min());
        double[] thresholds = [.. Enumerable.Range(0, steps).Select(s => low + ((high - low) * s / (steps - 1)))];
        if (high < low)
            return 0;
        var (before, after) = (Transitions(baseline, thresholds), Transitions(response, thresholds));
        return Enumerable.Range(0, steps).Max(s => after[s] - (k * before[s])) * response.Length;
    }

    // A row of the distance matrix crosses a threshold between neighbours where it lies between their distances:
    // each pair of neighbours counts for a run of thresholds, whose ends are marked and then summed up.
    internal static double[] Transitions(double[] x, double[] thresholds)
    {
        var marks = new int[thresholds.Length + 1];
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j + 1 < x.Length; j++)
            {
                var (a, b) = (Math.Abs(x[i] - x[j]), Math.Abs(x[i] - x[j + 1]));
                if (a == b)
                    continue;
                marks[FirstFrom(thresholds, Math.Min(a, b))]++;
                marks[FirstFrom(thresholds, Math.Max(a, b))]--;
            }
        }

        var (found, running) = (new double[thresholds.Length], 0L);
        for (var s = 0; s < thresholds.Length; s++)
        {
            running += marks[s];
            found[s] = running / ((double)x.Length * x.Length);
        }

        return found;
    }

    // The first threshold that is not below a distance.
    private static int FirstFrom(double[] thresholds, double distance)
    {
        var (low, high) = (0, thresholds.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (thresholds[middle] < distance)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static double MedianDistance(double[] x)
    {
        var distances = new double[x.Length * x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j < x.Length; j++)
                distances[(i * x.Length) + j] = Math.Abs(x[i] - x[j]);
        }

        return Numerics.Statistics.Descriptive.Median(distances);
    }
}
