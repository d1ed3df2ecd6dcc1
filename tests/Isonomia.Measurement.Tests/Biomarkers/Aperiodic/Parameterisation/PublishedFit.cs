using System.Text.Json;
using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation;
using Isonomia.Measurement.Settings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Aperiodic.Parameterisation;

/// <summary>Fits of real spectra by the two public versions, as stored in shared/data/reference.</summary>
internal sealed record PublishedFit(
    string Input, double[] Frequencies, double[] Power, SpectralParameterisationOptions Options, JsonElement Result)
{
    public double[] Aperiodic => Result.GetProperty("aperiodic").Numbers();

    public double[][] Gaussians => Rows("gaussians_ctr_hgt_std");

    public double[][] Peaks => Rows("peaks_cf_pw_bw");

    public double RSquared => Metric("r_squared", "gof_rsquared");

    public double MeanError => Metric("error_mae", "error_mae");

    public static IEnumerable<PublishedFit> Of(string file)
    {
        foreach (var run in SharedData.Reference(file).GetProperty("runs").EnumerateArray())
        {
            var input = run.GetProperty("input").GetString()!;
            var (frequencies, power) = Spectrum(input);
            yield return new PublishedFit(input, frequencies, power, OptionsOf(run), run);
        }
    }

    private double[][] Rows(string name) => [.. Result.GetProperty(name).EnumerateArray().Select(row => row.Numbers())];

    private double Metric(string first, string second) => (Result.TryGetProperty("metrics", out var metrics)
        ? metrics.GetProperty(second)
        : Result.GetProperty(first)).GetDouble();

    private static (double[] Frequencies, double[] Power) Spectrum(string input)
    {
        static string Folder(string name) => SharedData.Path("specparam_spectra/" + name);
        if (input.StartsWith("group_powers.npy["))
        {
            var row = int.Parse(input["group_powers.npy[".Length..^1]);
            return (NpyFile.Vector(Folder("group_freqs.npy")), NpyFile.Rows(Folder("group_powers.npy"))[row]);
        }

        return (NpyFile.Vector(Folder(input.Replace("spectrum", "freqs"))), NpyFile.Vector(Folder(input)));
    }

    private static SpectralParameterisationOptions OptionsOf(JsonElement run)
    {
        var options = new SpectralParameterisationOptions();
        if (run.GetProperty("freq_range") is { ValueKind: JsonValueKind.Array } range)
            options = options with { Range = new Interval(range[0].GetDouble(), range[1].GetDouble()) };
        foreach (var setting in run.GetProperty("settings").EnumerateObject())
        {
            options = setting.Name switch
            {
                "aperiodic_mode" => options with { Mode = AperiodicMode.Knee },
                "peak_width_limits" => options with
                {
                    PeakWidth = new Interval(setting.Value[0].GetDouble(), setting.Value[1].GetDouble()),
                },
                "max_n_peaks" => options with { MaxPeaks = setting.Value.GetInt32() },
                "min_peak_height" => options with { MinPeakHeight = setting.Value.GetDouble() },
                _ => throw new InvalidOperationException(setting.Name),
            };
        }

        return options;
    }
}
