using System.Runtime.Intrinsics;
using Isonomia.Inference.Models;
using Isonomia.Numerics.Elementary;
using Isonomia.Restoration.Individuals;

namespace Isonomia.Restoration.Health;

/// <summary>
/// The numbers by which a person's spectrum and state are held against health: biomarkers of the spectrum from 1 to 45 Hz,
/// without muscle and noise, and the strengths of the model's loops. Evaluated many times: no allocation a call.
/// </summary>
public sealed class SpectralFeatures
{
    private const double LowHz = 1;
    private const double HighHz = 45;
    private const double StepHz = 0.5;
    private const double FitLowHz = 2;
    private const double FitHighHz = 40;
    private const double GapLowHz = 7;
    private const double GapHighHz = 14;
    private const double CentreLowHz = 7;
    private const double CentreHighHz = 13;
    private const int Loops = 3;
    private const double LeastMargin = 1e-6;

    private static readonly (string Name, double Low, double High)[] Bands =
        [("delta_power", 1, 4), ("theta_power", 4, 8), ("alpha_power", 8, 13), ("beta_power", 13, 30)];

    private readonly double[] coordinates;
    private readonly double[] slopeWeights;
    private readonly (int From, int To)[] bands;
    private readonly int centreFrom;
    private readonly int centreTo;
    private readonly SpectralModel model;

    /// <summary>Features of a model's spectra.</summary>
    /// <param name="model">The model.</param>
    public SpectralFeatures(SpectralModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.model = model;
        coordinates = new double[model.Coordinates.Count];
        slopeWeights = SlopeWeights();
        bands = [.. Bands.Select(b => (IndexOf(b.Low), IndexOf(b.High)))];
        (centreFrom, centreTo) = (IndexOf(CentreLowHz), IndexOf(CentreHighHz) + 1);
    }

    /// <summary>The frequencies at which spectra are asked for.</summary>
    public static FrequencyGrid Grid { get; } = new(LowHz, StepHz, (int)((HighHz - LowHz) / StepHz) + 1);

    /// <summary>What they are called, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["alpha_centre", "exponent", .. Bands.Select(b => b.Name), "X", "Y", "Z", "slow_margin"];

    /// <summary>What they mean, in order.</summary>
    public static IReadOnlyList<string> Meanings { get; } =
    [
        "centre of gravity of power from 7 to 13 Hz, Hz",
        "aperiodic exponent: minus the slope of log power over log frequency, 2 to 40 Hz without 7 to 14 Hz",
        .. Bands.Select(b => FormattableString.Invariant(
            $"log10 of the share of power from {b.Low} to {b.High} Hz in that from {LowHz} to {HighHz} Hz")),
        "strength of the cortical loop", "strength of the corticothalamic loops", "strength of the intrathalamic loop",
        "log10(1 - X - Y): how far slow activity is from losing its stability",
    ];

    /// <summary>How many come from the spectrum alone; the others are strengths of loops.</summary>
    public static int OfSpectrum => 2 + Bands.Length;

    /// <summary>Computes them.</summary>
    /// <param name="parameters">The model's parameters.</param>
    /// <param name="spectrum">Its spectrum on <see cref="Grid"/>, up to scale.</param>
    /// <param name="features">Receives them, in the order of <see cref="Names"/>.</param>
    public void Compute(ReadOnlySpan<double> parameters, ReadOnlySpan<double> spectrum, Span<double> features)
    {
        OfSpectrumOnly(spectrum, features);
        model.CoordinatesOf(parameters, coordinates);
        coordinates.AsSpan(0, Loops).CopyTo(features[OfSpectrum..]);
        features[OfSpectrum + Loops] = Math.Log10(Math.Max(LeastMargin, 1 - coordinates[0] - coordinates[1]));
    }

    /// <summary>The features of each of a person's draws that has a stable steady state.</summary>
    /// <param name="individual">The person.</param>
    public static double[][] OfIndividual(Individual individual)
    {
        ArgumentNullException.ThrowIfNull(individual);
        var (evaluation, measure) = (individual.Model.On(Grid), new SpectralFeatures(individual.Model));
        var spectrum = new double[Grid.Count];
        return
        [
            .. individual.Samples.Where(s => evaluation.TryEvaluate(s, spectrum, withGradient: false)).Select(s =>
            {
                var row = new double[Names.Count];
                measure.Compute(s, spectrum, row);
                return row;
            }),
        ];
    }

    /// <summary>Computes those of the spectrum alone.</summary>
    /// <param name="spectrum">Power density on <see cref="Grid"/>, up to scale.</param>
    /// <param name="features">Receives the first <see cref="OfSpectrum"/>.</param>
    public void OfSpectrumOnly(ReadOnlySpan<double> spectrum, Span<double> features)
    {
        // Padded with ones, of which the logarithm and all weights are zero.
        Span<double> padded = stackalloc double[slopeWeights.Length];
        padded.Fill(1);
        spectrum.CopyTo(padded);
        var slope = Vector512<double>.Zero;
        for (var i = 0; i < padded.Length; i += Vector512<double>.Count)
        {
            slope += Vector512.Create<double>(slopeWeights.AsSpan(i))
                * VectorFunctions.Log10(Vector512.Create<double>(padded[i..]));
        }

        var (weighted, centre) = (0.0, 0.0);
        for (var i = centreFrom; i < centreTo; i++)
            (weighted, centre) = (weighted + ((LowHz + (i * StepHz)) * spectrum[i]), centre + spectrum[i]);
        features[0] = weighted / centre;
        features[1] = -Vector512.Sum(slope);
        var total = Sum(spectrum);
        for (var b = 0; b < bands.Length; b++)
            features[2 + b] = Math.Log10(Sum(spectrum[bands[b].From..bands[b].To]) / total);
    }

    private static double Sum(ReadOnlySpan<double> powers)
    {
        var sum = 0.0;
        foreach (var power in powers)
            sum += power;
        return sum;
    }

    // The first of the grid's frequencies that is not below.
    private static int IndexOf(double hertz) => (int)Math.Ceiling((hertz - LowHz) / StepHz);

    // Least squares as weights of each log power.
    private static double[] SlopeWeights()
    {
        var counted = Grid.ToArray().Select(f => f is >= FitLowHz and <= FitHighHz and not (> GapLowHz and < GapHighHz)).ToArray();
        var x = Grid.ToArray().Select(Math.Log10).ToArray();
        var mean = x.Where((_, i) => counted[i]).Average();
        var squares = x.Where((_, i) => counted[i]).Sum(v => (v - mean) * (v - mean));
        var weights = x.Select((v, i) => counted[i] ? (v - mean) / squares : 0);
        return [.. weights, .. new double[(Vector512<double>.Count - (x.Length % Vector512<double>.Count)) % Vector512<double>.Count]];
    }
}
