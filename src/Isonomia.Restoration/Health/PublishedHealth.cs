using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Models;
using Isonomia.Numerics.Random;
using Isonomia.Restoration.Individuals;

namespace Isonomia.Restoration.Health;

/// <summary>
/// Healthy ranges where no cohort is given. No table of healthy gains could be found, so both are stated, not measured.
/// </summary>
public static class PublishedHealth
{
    private const int Persons = 2000;
    private const long Seed = 1;

    // The alpha rhythm of adults: Haegens et al. 2014, doi:10.1016/j.neuroimage.2014.01.049: 10.3 Hz. Their 0.9 Hz is the standard
    // deviation within persons; that between persons is 2.8 Hz (from memory), more than the band of 8 to 13 Hz holds. Two of the
    // former, 8.5 to 12.1 Hz, are taken as usual: an assumption.
    private const double AlphaMeanHz = 10.3;
    private const double AlphaSdHz = 0.9;
    private const double AlphaLeastRise = 0.3;
    private const int MostTries = 20_000_000;

    private static readonly RandomPurpose Purpose = "healthy-adult";
    private static readonly Lazy<HealthyRange> MadeVirtual = new(() => Of(
        PublishedPopulation.Draw(Persons, Seed), PublishedPopulation.Source));
    private static readonly Lazy<HealthyRange> MadeAdults = new(() => Of(DrawAdults(), AdultsSource));

    /// <summary>Where <see cref="Adults"/> is from, for reports.</summary>
    public const string AdultsSource = "all stable states of the corticothalamic field (limits of Abeysuriya & Robinson 2016) "
        + "with an alpha rhythm from 8.5 to 12.1 Hz (assumed, around the mean of Haegens et al. 2014, "
        + "doi:10.1016/j.neuroimage.2014.01.049: 10.3 Hz, twice 0.9 Hz within persons); broad, since no table of healthy gains is known: learn your own by 'isonomia norms build'";

    /// <summary>Around the published set: for virtual persons, of whom health is known exactly.</summary>
    public static HealthyRange Virtual => MadeVirtual.Value;

    /// <summary>
    /// For recordings of adults, awake with eyes closed: whatever stable state has an alpha rhythm as published. Broad on
    /// purpose: gains are poorly known even from minutes of EEG.
    /// </summary>
    public static HealthyRange Adults => MadeAdults.Value;

    private static HealthyRange Of(double[][] persons, string source)
    {
        var rows = SpectralFeatures.OfIndividual(new Individual("healthy", CorticothalamicModel.Instance, persons));
        return HealthyRange.Of(SpectralFeatures.Names, rows, 0, source);
    }

    private static double[][] DrawAdults()
    {
        var model = CorticothalamicModel.Instance;
        var evaluation = model.On(SpectralFeatures.Grid);
        var random = new RandomStream(Seed, Purpose);
        var spectrum = new double[SpectralFeatures.Grid.Count];
        var kept = new List<double[]>();
        var person = new double[model.Parameters.Count];
        for (var attempt = 0; attempt < MostTries && kept.Count < Persons; attempt++)
        {
            if (TryDraw(model, random, person) && evaluation.TryEvaluate(person, spectrum, withGradient: false)
                && HasAdultAlpha(spectrum))
                kept.Add((double[])person.Clone());
        }

        return [.. kept];
    }

    private static bool TryDraw(CorticothalamicModel model, RandomStream random, double[] person)
    {
        for (var k = 0; k < person.Length; k++)
        {
            var parameter = model.Parameters[k];
            person[k] = random.Uniform(parameter.Low, parameter.High);
            if (!model.BoundsOf(k, person).Holds(person[k]))
                return false;
        }

        return true;
    }

    // A peak that stands out of a line through its surroundings, by a factor of two.
    private static bool HasAdultAlpha(ReadOnlySpan<double> spectrum)
    {
        var grid = SpectralFeatures.Grid;
        int Index(double hertz) => (int)Math.Round((hertz - grid.FirstHz) / grid.StepHz);
        var (low, high) = (Index(6), Index(14));
        var (a, b) = (Math.Log10(spectrum[low]), Math.Log10(spectrum[high]));
        var (best, rise) = (0, double.NegativeInfinity);
        for (var i = low; i <= high; i++)
        {
            var share = Math.Log(grid[i] / grid[low]) / Math.Log(grid[high] / grid[low]);
            var above = Math.Log10(spectrum[i]) - (a + (share * (b - a)));
            if (above > rise)
                (best, rise) = (i, above);
        }

        return rise >= AlphaLeastRise && Math.Abs(grid[best] - AlphaMeanHz) <= 2 * AlphaSdHz;
    }
}
