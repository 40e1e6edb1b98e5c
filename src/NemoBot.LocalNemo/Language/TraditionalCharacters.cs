using System.Collections.Frozen;

namespace NemoBot.LocalNemo.Language;

/// <summary>Simplified forms of the traditional characters that requests use, so that one vocabulary serves both.</summary>
internal static class TraditionalCharacters
{
    private const string Traditional =
        "標題樂視頻聲幕圖換顏黃綠藍紅紫開頭結尾淡點個這們說話時間長寬橫豎屏靜關閉動態畫線條圓環頻譜轉場過調節奏斷剪輯導出檔文檔詞語歌顯現隱藏應該讓幫請給為從後邊裡裏內層級張寫" +
        "還錄無雜訊減緩慢變臺灣繁簡體頁創選擇確認復銷舊版問題歡謝齊鏡幀率質寶貝連結編號數雙單複製兩萬億歲實虛擬濾風陰陽燈輪廓邊緣蓋對齊別擋純淺銀鐵銅雲霧葉飛馬鳥魚龍龜" +
        "麥電腦網絡發佈傳輸載體驗錯誤檢測試機會議記憶講課學習師範圍繞週歷歲進遠近達運處補裝飾書報紙筆畫龐寫滿潔亂順暢斂縮終點總計設備預覽覺聽見觀眾賓專輯嗎" +
        "刪細頂側夠響輕隨並與產樣種麼誰將貼塊欄滾彈閃濃顆熱區塗壓緊鬆資聯剛粵暫靈獨專寧穩弱慶當隻據擺轉淨係";

    private const string Simplified =
        "标题乐视频声幕图换颜黄绿蓝红紫开头结尾淡点个这们说话时间长宽横竖屏静关闭动态画线条圆环频谱转场过调节奏断剪辑导出档文档词语歌显现隐藏应该让帮请给为从后边里里内层级张写" +
        "还录无杂讯减缓慢变台湾繁简体页创选择确认复销旧版问题欢谢齐镜帧率质宝贝连结编号数双单复制两万亿岁实虚拟滤风阴阳灯轮廓边缘盖对齐别挡纯浅银铁铜云雾叶飞马鸟鱼龙龟" +
        "麦电脑网络发布传输载体验错误检测试机会议记忆讲课学习师范围绕周历岁进远近达运处补装饰书报纸笔画庞写满洁乱顺畅敛缩终点总计设备预览觉听见观众宾专辑吗" +
        "删细顶侧够响轻随并与产样种么谁将贴块栏滚弹闪浓颗热区涂压紧松资联刚粤暂灵独专宁稳弱庆当只据摆转净系";

    private static readonly FrozenDictionary<char, char> Forms = Traditional.Zip(Simplified).Where(p => p.First != p.Second).DistinctBy(p => p.First).ToFrozenDictionary(p => p.First, p => p.Second);

    /// <summary>The simplified form; the character itself if it has no other.</summary>
    public static char Simple(char character) => Forms.GetValueOrDefault(character, character);
}
