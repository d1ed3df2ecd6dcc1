using System.Text;
using Isonomia.Numerics.Files;

namespace Isonomia.Numerics.Tests.Files;

public sealed class NpyWriterTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("isonomia-");

    private string Target => Path.Combine(folder.FullName, "array.npy");

    // The layout is that of NumPy's own format description (numpy.lib.format, version 1.0).
    [Fact]
    public void A_matrix_has_the_header_that_numpy_documents()
    {
        using (var writer = new NpyWriter<double>(Target, columns: 3))
        {
            writer.Append([1, 2, 3, 4]);
            writer.Append([5, 6]);
            writer.Commit();
        }

        var bytes = File.ReadAllBytes(Target);
        Assert.Equal("NUMPY\u0001\0"u8.ToArray(), bytes[1..8]);
        Assert.Equal(0x93, bytes[0]);
        Assert.Equal(0, (10 + BitConverter.ToUInt16(bytes, 8)) % 64);
        Assert.StartsWith("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }",
            Encoding.ASCII.GetString(bytes, 10, 118), StringComparison.Ordinal);
        Assert.Equal((byte)'\n', bytes[127]);
        Assert.Equal(6.0, BitConverter.ToDouble(bytes, 128 + 40));
    }

    [Fact]
    public void Spikes_appended_one_by_one_are_counted_at_the_end()
    {
        using (var writer = new NpyWriter<int>(Target))
        {
            for (var i = 0; i < 5; i++)
                writer.Append([i]);
            Assert.False(File.Exists(Target));
            writer.Commit();
        }

        Assert.Contains("'shape': (5,)", Encoding.ASCII.GetString(File.ReadAllBytes(Target), 10, 118));
        Assert.Equal(128 + 20, new FileInfo(Target).Length);
    }

    [Fact]
    public void A_row_cut_short_is_not_written()
    {
        using var writer = new NpyWriter<float>(Target, columns: 4);
        writer.Append([1, 2, 3]);
        Assert.Throws<InvalidOperationException>(writer.Commit);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
