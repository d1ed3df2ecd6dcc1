using Isonomia.Numerics.Files;

namespace Isonomia.Numerics.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("isonomia-");

    private string Target => Path.Combine(folder.FullName, "result.txt");

    [Fact]
    public void Nothing_is_seen_until_the_commit_and_then_all_of_it()
    {
        File.WriteAllText(Target, "old");
        using (var file = new AtomicFile(Target))
        {
            file.Stream.Write("new"u8);
            file.Stream.Flush();
            Assert.Equal("old", File.ReadAllText(Target));
            file.Commit();
        }

        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Single(folder.GetFiles());
    }

    [Fact]
    public void An_abandoned_file_leaves_what_was_there_and_no_litter()
    {
        File.WriteAllText(Target, "old");
        using (var file = new AtomicFile(Target))
            file.Stream.Write("half"u8);
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Single(folder.GetFiles());
    }

    [Fact]
    public void Text_is_written_without_a_byte_order_mark()
    {
        AtomicFile.WriteText(Target, "µ");
        Assert.Equal([0xC2, 0xB5], File.ReadAllBytes(Target));
    }

    [Fact]
    public void A_write_that_fails_midway_leaves_what_was_there_and_one_that_succeeds_makes_its_folder()
    {
        File.WriteAllText(Target, "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(Target, _ => throw new InvalidOperationException()));
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Single(folder.GetFiles());
        var deeper = Path.Combine(folder.FullName, "new", "result.txt");
        AtomicFile.Write(deeper, stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(deeper));
    }

    [Theory]
    [InlineData("/dev/null", true)]
    [InlineData("/dev/../dev/stdout", true)]
    [InlineData("/dev/shm/result.json", false)]
    [InlineData("/home/dev/null", false)]
    public void A_device_is_told_from_a_file(string path, bool isDevice) =>
        Assert.Equal(isDevice && !OperatingSystem.IsWindows(), AtomicFile.IsDevice(path));

    public void Dispose() => folder.Delete(recursive: true);
}
