using System.Globalization;
using Isonomia.Numerics.Statistics.HeavyTails;

namespace Isonomia.Numerics.Tests.Statistics.HeavyTails;

/// <summary>
/// The data sets of Clauset, Shalizi and Newman 2009 (doi:10.1137/070710111), tables 6.1 to 6.3, give the published
/// exponents, likelihood ratios and p-values. Tolerances are half the last digit published, or the published error
/// where xmin itself is uncertain.
/// </summary>
public class PowerLawDataTests
{
    [Theory]
    [InlineData("words", true, 1, 1.95, 0.006, 7, 0)]
    [InlineData("terrorism", true, 1, 2.4, 0.05, 12, 0)]
    [InlineData("blackouts", false, 1e-3, 2.3, 0.1, 230, 20)]
    [InlineData("flares", false, 1, 1.79, 0.005, 323, 10)]
    public void The_published_exponent_and_smallest_value_are_found(
        string name, bool discrete, double factor, double alpha, double within, double xmin, double near)
    {
        var fit = PowerLaw.Search(Sample(name, discrete, factor))!;
        Assert.Equal(alpha, fit.Alpha, within);
        Assert.Equal(xmin, fit.Xmin, near);
    }

    // Normalised ratios and p; of the truncated power law, which holds the power law, the ratio itself. Of the blackouts
    // and exponentials the paper has 1.21 (0.23), and the package powerlaw, whose data these are, 1.43 (0.15).
    [Theory]
    [InlineData("words", true, 1, 7, "exponential", 9.09, 0)]
    [InlineData("words", true, 1, 7, "truncated_power_law", -0.899, 0.18)]
    [InlineData("terrorism", true, 1, 12, "lognormal", -0.278, 0.78)]
    [InlineData("terrorism", true, 1, 12, "exponential", 2.457, 0.01)]
    [InlineData("terrorism", true, 1, 12, "truncated_power_law", -0.077, 0.70)]
    [InlineData("blackouts", false, 1e-3, 230, "lognormal", -0.412, 0.68)]
    [InlineData("blackouts", false, 1e-3, 230, "exponential", 1.43, 0.15)]
    [InlineData("blackouts", false, 1e-3, 230, "stretched_exponential", -0.417, 0.68)]
    [InlineData("blackouts", false, 1e-3, 230, "truncated_power_law", -0.382, 0.38)]
    [InlineData("flares", false, 1, 323, "lognormal", -0.803, 0.42)]
    [InlineData("flares", false, 1, 323, "exponential", 13.7, 0)]
    [InlineData("flares", false, 1, 323, "truncated_power_law", -4.52, 0)]
    public void The_published_comparisons_with_other_forms_are_found(
        string name, bool discrete, double factor, double xmin, string form, double ratio, double p)
    {
        var found = Compare(name, discrete, factor, xmin, form);
        Assert.Equal(ratio, form == "truncated_power_law" ? found.LogRatio : found.Normalised, 0.01 + 0.01 * Math.Abs(ratio));
        Assert.Equal(p, found.P, 0.01);
    }

    // Where the best stretched exponential or log-normal is all but a power law, the published searches stopped short
    // of it (with a scale of 7e7, say): a search that goes on can only find the other form better.
    [Theory]
    [InlineData("words", true, 7, "lognormal", 0.395)]
    [InlineData("words", true, 7, "stretched_exponential", 4.13)]
    [InlineData("terrorism", true, 12, "stretched_exponential", 0.772)]
    [InlineData("flares", false, 323, "stretched_exponential", -0.546)]
    public void Other_forms_fit_no_worse_than_published(string name, bool discrete, double xmin, string form, double ratio)
    {
        var found = Compare(name, discrete, 1, xmin, form);
        Assert.True(found.Normalised < ratio, $"{found}");
        Assert.True(found.P > 0.3, $"{found}");
    }

    private static TailComparison Compare(string name, bool discrete, double factor, double xmin, string form)
    {
        var sample = Sample(name, discrete, factor);
        return TailComparison.Of(sample, PowerLaw.Fit(sample, xmin)!, TailForm.All.Single(f => f.Name == form))!;
    }

    private static TailSample Sample(string name, bool discrete, double factor)
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "PowerLaws", name + ".tsv"))
            .Select(l => l.Split('\t'))
            .Select(c => (Value: double.Parse(c[0], CultureInfo.InvariantCulture) * factor,
                Count: int.Parse(c[1], CultureInfo.InvariantCulture)));
        var numbers = rows.SelectMany(r => Enumerable.Repeat(r.Value, r.Count));
        return discrete ? TailSample.OfWhole(numbers.Select(v => (int)v)) : TailSample.OfReal(numbers);
    }
}
