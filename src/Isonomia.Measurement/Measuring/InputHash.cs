using System.Security.Cryptography;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Measuring;

/// <summary>By which bytes a measurement was made.</summary>
public static class InputHash
{
    /// <summary>
    /// SHA-256 of the recording's file, or of its files one after another, in hexadecimal; empty for what was made in
    /// memory.
    /// </summary>
    public static string Of(RecordingHeader header)
    {
        var files = header.Files.Count > 0 ? header.Files : [header.Path];
        if (!files.All(File.Exists))
            return "";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        foreach (var file in files)
        {
            using var stream = File.OpenRead(file);
            for (int got; (got = stream.Read(buffer)) > 0;)
                hash.AppendData(buffer, 0, got);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
