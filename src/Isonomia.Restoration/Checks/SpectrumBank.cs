using Isonomia.Inference.Corticothalamic;
using Isonomia.Numerics.Random;
using Isonomia.Restoration.Health;

namespace Isonomia.Restoration.Checks;

/// <summary>
/// A population with its spectra, from which posteriors are drawn by importance: the gamma likelihood of an averaged spectrum,
/// the scale integrated out with the prior 1/s.
/// </summary>
internal sealed class SpectrumBank
{
    private readonly double[][] persons;
    private readonly double[][] inverse;
    private readonly double[] logs;

    public SpectrumBank(double[][] persons)
    {
        var evaluation = CorticothalamicModel.Instance.On(SpectralFeatures.Grid);
        var spectrum = new double[SpectralFeatures.Grid.Count];
        this.persons = persons;
        inverse = new double[persons.Length][];
        logs = new double[persons.Length];
        for (var i = 0; i < persons.Length; i++)
        {
            evaluation.TryEvaluate(persons[i], spectrum, withGradient: false);
            inverse[i] = [.. spectrum.Select(p => 1 / p)];
            logs[i] = spectrum.Sum(Math.Log);
        }
    }

    /// <summary>What is recorded of a person.</summary>
    public static double[] Observed(double[] person, double averages, RandomStream random)
    {
        var spectrum = new double[SpectralFeatures.Grid.Count];
        CorticothalamicModel.Instance.On(SpectralFeatures.Grid).TryEvaluate(person, spectrum, withGradient: false);
        for (var i = 0; i < spectrum.Length; i++)
            spectrum[i] *= random.Gamma(averages, 1 / averages);
        return spectrum;
    }

    /// <summary>Draws from the posterior given what was recorded; some of them the same.</summary>
    public double[][] Posterior(double[] observed, double averages, int draws, RandomStream random)
    {
        var log = new double[persons.Length];
        for (var i = 0; i < log.Length; i++)
        {
            var ratio = 0.0;
            for (var k = 0; k < observed.Length; k++)
                ratio += observed[k] * inverse[i][k];
            log[i] = -averages * (logs[i] + (observed.Length * Math.Log(ratio)));
        }

        var most = log.Max();
        var sums = new double[log.Length];
        var total = 0.0;
        for (var i = 0; i < log.Length; i++)
            sums[i] = total += Math.Exp(log[i] - most);
        // Systematic resampling: each draw stands for an equal share of the weight.
        var offset = random.Uniform();
        var chosen = new double[draws][];
        for (var d = 0; d < draws; d++)
        {
            var at = Array.BinarySearch(sums, (d + offset) / draws * total);
            chosen[d] = persons[Math.Min(at >= 0 ? at : ~at, persons.Length - 1)];
        }

        // Draws of effects go with draws of the person by number: without order between them.
        random.Shuffle<double[]>(chosen);
        return chosen;
    }
}
