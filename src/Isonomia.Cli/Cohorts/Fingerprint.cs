using System.Security.Cryptography;
using System.Text;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Cli.Cohorts;

/// <summary>By which results are known to be those of the same files, settings and version.</summary>
internal static class Fingerprint
{
    /// <summary>Of a recording's files, the settings and what else was asked, in words.</summary>
    public static string Of(Recording recording, MeasureSettings settings, string asked)
    {
        var text = new StringBuilder()
            .Append(RecordingMeasurer.Version).Append('\n')
            // The version does not change with every change of the code; what was built from it does.
            .Append(typeof(RecordingMeasurer).Module.ModuleVersionId).Append('\n')
            .Append(InputHash.Of(recording.Header)).Append('\n')
            .Append(asked).Append('\n');
        foreach (var (key, value) in settings.Effective())
            text.Append(key).Append('=').Append(value).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
