using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Models;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Tests.Locating;

/// <summary>Spectra of known gains, with the scatter of so many averages.</summary>
internal static class Virtual
{
    public static FrequencyGrid Grid { get; } = new(0.75, 0.25, 179);

    public static ObservedSpectrum Observe(double[] parameters, double muscle, double averages, long seed)
    {
        var (brain, seen) = (new double[Grid.Count], new double[Grid.Count - 2]);
        if (!CorticothalamicModel.Instance.On(Grid).TryEvaluate(parameters, brain, withGradient: false))
            throw new ArgumentException("the state is not stable", nameof(parameters));
        new Electrode(Grid).See(brain, muscle, seen);
        var random = new RandomStream(seed, "virtual spectrum");
        double[] density = [.. seen.Select(p => p * random.Gamma(averages, 1 / averages))];
        return new ObservedSpectrum(Grid, density, [.. density.Select(_ => true)], averages, "uV^2/Hz");
    }
}
