using System.Text.Json;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Settings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers;

/// <summary>
/// Real recordings whose spectra, band powers, parameterisations (specparam 2.0rc8) and IRASA (NeuroDSP) are stored in
/// shared/data/reference/psd_specparam_irasa.json, unprocessed.
/// </summary>
internal sealed class ReferenceRecording
{
    private static readonly Lazy<JsonElement> All =
        new(() => SharedData.Reference("psd_specparam_irasa.json").GetProperty("recordings"));

    private readonly Dictionary<string, Signal> signals = [];

    private ReferenceRecording(string path)
    {
        Expected = All.Value.GetProperty(path);
        Names = [.. Expected.GetProperty("channels").EnumerateArray().Select(c => c.GetString()!)];
        var rate = Expected.GetProperty("sfreq").GetDouble();
        using var recording = RecordingFile.Open(SharedData.Path(path), new ReadingOptions
        {
            SamplingRate = path.EndsWith(".npy") || path.EndsWith(".mat") ? rate : null,
            Variable = path switch
            {
                _ when path.StartsWith("neurotycho") => "ECoGData_ch1",
                _ when path.StartsWith("hc2") => "data",
                _ => null,
            },
        });
        foreach (var name in Names)
        {
            var index = Names.Count == 1 && recording.Channels.Count == 1 ? 0 : recording.IndexOf(name);
            Assert.True(index >= 0, $"{path} lacks {name}");
            signals[name] = Signal.Whole(recording.Channels[index], recording.ReadAll(index));
        }
    }

    /// <summary>Those recordings, as paths below shared/data.</summary>
    public static TheoryData<string> Paths =>
    [
        "eegmmidb_S001/S001R01.edf", "eegmmidb_S001/S001R02.edf", "eeglab_sample/eeglab_data.set",
        "sleepedf_short_psg/short_psg.edf",
        "unicorn_eyes_open_closed/sub01_eyes_open.bdf", "unicorn_eyes_open_closed/sub01_eyes_closed.bdf",
        "unicorn_eyes_open_closed/sub02_eyes_open.bdf", "unicorn_eyes_open_closed/sub02_eyes_closed.bdf",
        "unicorn_eyes_open_closed/sub04_eyes_open.bdf", "unicorn_eyes_open_closed/sub04_eyes_closed.bdf",
        "neurotycho_ecog/Session1_ECoG_ch1.mat", "hc2_lfp_spikes/lfp_example.mat",
        "neurodsp_samples/sample_data_1.npy", "neurodsp_samples/sample_data_2.npy",
        "bycycle_hippocampus/ca1.npy", "bycycle_hippocampus/ec3.npy",
    ];

    /// <summary>The reference results.</summary>
    public JsonElement Expected { get; }

    /// <summary>The channels, in the reference's order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads one.</summary>
    public static ReferenceRecording Read(string path) => new(path);

    /// <summary>A channel, to be measured as it is.</summary>
    public ChannelAnalysis Analysis(string channel, params (string Key, string Value)[] settings) => new(
        signals[channel],
        settings.Aggregate(RecordingMeasurer.DefaultSettings, (all, s) => all.With(s.Key, s.Value)));
}
